import { KERNELS, LINE_KERNELS } from '@cluster-atlas/analytics';
import { Option, type Command } from 'commander';
import { centreOption, computeDecayCurve, radiiOption } from './compute-decay-curve.js';
import { computeGrid, levelsOption, zoomOption } from './compute-grid.js';
import { computeGravity, decayOption } from './compute-gravity.js';
import { computeKde } from './compute-kde.js';
import { computeLineDensity, lineBandwidthOption } from './compute-line-density.js';
import { computeNearestDensity } from './compute-nearest-density.js';
import { bandwidthOption } from './kde-bandwidth.js';
import { notNegative, positive } from './number-options.js';
import { addPlaces } from './places-option.js';
import { addPoints } from './point-options.js';
import { boxOption } from './study-window.js';

export function addDensityMeasures(compute: Command): void {
  addPoints(compute.command('kde'))
    .description('kernel density per square kilometre, on a raster or at given places')
    .option(
      '--bandwidth <metres|rule>',
      'sigma, the standard deviation of the kernel along either axis; or a rule that finds it',
      bandwidthOption,
    )
    .option('--support <metres>', 'instead: the radius h of the kernel', positive)
    .addOption(new Option('--kernel <shape>').choices(KERNELS).default('gaussian'))
    .option('--cell <metres>', 'side of a cell (default sigma / 4)', positive)
    .option(
      '--at <file>',
      'a CSV of places, in columns named like the input’s, instead of a raster',
    )
    .option('--leave-one-out', 'at the rows themselves, each without itself')
    .option('--window <x0,y0,x1,y1>', 'where rows can be, metres; the raster covers it', boxOption)
    .option('--mask <file>', 'the same as a CSV of the centres of cells, such as land')
    .addOption(
      new Option('--edge <correction>', 'for what lies outside the window')
        .choices(['none', 'uniform', 'diggle'])
        .default('none'),
    )
    .option('--adaptive', 'narrower where it is dense (Abramson), sigma being the middle')
    .option('--relative-to <file>', 'a base to compare with, in columns named like the input’s')
    .option('--epsilon <density>', 'of the base per km2, below which nothing is compared', positive)
    .option('--out <file>', 'x,y,density of each cell, or of each row of --at in order')
    .option('--json', 'print one JSON document')
    .addHelpText('after', KDE_HELP)
    .action(computeKde);
  addPlaces(addPoints(compute.command('nearest-density')))
    .description(
      'density in the smallest disc around each place that holds k rows, or so much weight',
    )
    .requiredOption('--k <number>', 'rows, or weight, that the disc holds', positive)
    .option('--min-scale <metres>', 'the least radius of a disc', notNegative, 0)
    .option('--out <file>', 'row,x,y,density,radius of each place, in order')
    .option('--json', 'print one JSON document')
    .addHelpText('after', NEAREST_HELP)
    .action(computeNearestDensity);
  addPlaces(addPoints(compute.command('gravity')))
    .description('the pull of all rows on each place, falling with distance')
    .requiredOption(
      '--decay <form>',
      'exponential:LENGTH, power:EXPONENT:FLOOR, gaussian:SIGMA, step:RADIUS, steps:R=W,R=W…',
      decayOption,
    )
    .option('--out <file>', 'row,x,y,gravity of each place, in order')
    .option('--json', 'print one JSON document')
    .addHelpText('after', GRAVITY_HELP)
    .action(computeGravity);
  addPoints(compute.command('decay-curve'))
    .description('densities in rings around a centre, and how fast they fall')
    .requiredOption('--centre <x,y>', 'in metres, in the plane of the rows', centreOption)
    .requiredOption('--radii <metres>', 'ascending, such as 250,500,1000,2000', radiiOption)
    .option('--out <file>', 'each annulus')
    .option('--json', 'print one JSON document')
    .addHelpText('after', DECAY_HELP)
    .action(computeDecayCurve);
  addPoints(compute.command('grid'))
    .description('counts and weights in hexagons, squares or the tiles of web maps')
    .addOption(
      new Option('--shape <shape>').choices(['hexagon', 'square', 'tile']).default('hexagon'),
    )
    .option('--width <metres>', 'of a hexagon or square', positive)
    .option('--zoom <number>', 'of the tiles', zoomOption)
    .option('--levels <number>', 'of squares or tiles, ever twice as wide', levelsOption, 1)
    .option('--sector <column>', 'sums for each sector apart')
    .option('--out <file>', 'level,cell,x,y,sector,count,weight of each cell that holds anything')
    .option('--json', 'print one JSON document')
    .addHelpText('after', GRID_HELP)
    .action(computeGrid);
  compute
    .command('line-density')
    .description('kernel density of the numbers in a column, such as sizes or ages')
    .requiredOption('--input <file>', 'CSV with a header; .gz and .zip as well')
    .requiredOption('--value <column>', 'the numbers')
    .option('--weight <column>', 'not negative (default: each row counts 1)')
    .option(
      '--bandwidth <number|rule>',
      'the standard deviation of the kernel; nrd0, nrd, ucv, bcv, sj or sj-dpi, as in R; or isj',
      lineBandwidthOption,
      'nrd0',
    )
    .addOption(new Option('--kernel <shape>').choices(LINE_KERNELS).default('gaussian'))
    .option('--at <file>', 'a CSV of places, in the same column (default: 512 over all values)')
    .option('--out <file>', 'x,density of each place')
    .option('--json', 'print one JSON document')
    .addHelpText('after', LINE_HELP)
    .action(computeLineDensity);
}

const LINE_HELP = `
Densities are probabilities per unit of the column, exact at every place: R's density() interpolates
between bins and differs by up to 1e-3 of the peak. isj is Botev's improved Sheather-Jones, for several
peaks far apart; it needs many values, at least half of them distinct.

Example:
  atlas compute line-density --input firms.csv --value age --bandwidth sj --out ages.csv`;

const GRID_HELP = `
Hexagons are regular, in the plane of the rows, --width metres between parallel sides. Squares and tiles
nest: each of --levels is twice as wide as the one before, and its sums are made from those. A tile is
called by its quadkey, the others by a number; x and y are its centre (of a tile in degrees).

Examples:
  atlas compute grid --input firms.csv --shape hexagon --width 1000 --weight employees --out hexagons.csv
  atlas compute grid --input firms.csv --lon lon --lat lat --shape tile --zoom 14 --levels 9 --sector sic --out tiles.csv`;

const NEAREST_HELP = `
All rows in the disc count, those at its edge included. There is no density where the disc has no area
(k rows at one place: give --min-scale, such as 100 where postcodes stand for addresses).

Example:
  atlas compute nearest-density --input firms.csv --k 10 --min-scale 100 --at hubs.csv --out hub-density.csv`;

const GRAVITY_HELP = `
Sums of weight times f(d), what lies at the place itself included: exp(-d / LENGTH); d^-EXPONENT, d being
at least FLOOR; exp(-d^2 / 2 SIGMA^2); or 1 up to RADIUS. Analyses of hubs use exponential:250.

Example:
  atlas compute gravity --input firms.csv --weight employees --decay exponential:250 --at hubs.csv --json`;

const DECAY_HELP = `
Fits density = centre exp(-beta r) to the middles of the annuli, by the logarithms of those that are not
empty, weighted by their rows. Discs are not clipped to coasts.

Example:
  atlas compute decay-curve --input firms.csv --centre 380200,397400 --radii 250,500,1000,2000 --json`;

const KDE_HELP = `
Kernels of different shapes smooth alike at the same sigma: the radius h of a quartic is 2.83 sigma, of
an epanechnikov 2.45, a triweight 3.16, a cone 2.58, a uniform 2. QGIS, ArcGIS and scikit-learn ask for
h (of a gaussian or exponential its own length): give that by --support.
Rules of --bandwidth:
  scott, silverman   by the spread of the rows, the same for both axes (both rules agree in the plane)
  scott-axes         one sigma for each axis; gaussian only
  isj                Botev's improved Sheather-Jones for each axis, for places of many centres; gaussian only
  scott-covariance   shaped like the rows, as scipy's gaussian_kde; gaussian only, with --at
  arcgis             ArcGIS's search radius, taken for that of a quartic
  ppl                likelihood cross-validation, spatstat's bw.ppl; at most 10,000 sites, like
  diggle, cvl        bw.diggle and bw.CvL
A gaussian of at least 4 cells is binned, to 7e-5 of the peak; all else is exact. --edge uniform divides
by the kernel's share in the window, diggle weighs each row by it. --relative-to adds columns
base_density and relative, the ratio of both densities each by its total: 1 is as everywhere.

Examples:
  atlas compute kde --input firms.csv --x easting --y northing --bandwidth 1000 --cell 250 --out density.csv
  atlas compute kde --input digital.csv --support 2000 --kernel quartic --relative-to firms.csv --json`;

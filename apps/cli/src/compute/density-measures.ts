import { KERNELS } from '@cluster-atlas/analytics';
import { Option, type Command } from 'commander';
import { computeKde } from './compute-kde.js';
import { bandwidthOption } from './kde-bandwidth.js';
import { positive } from './number-options.js';
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
}

const KDE_HELP = `
Kernels of different shapes smooth alike at the same sigma: the radius h of a quartic is 2.83 sigma, of
an epanechnikov 2.45, a triweight 3.16, a cone 2.58, a uniform 2. QGIS, ArcGIS and scikit-learn ask for
h (of a gaussian or exponential its own length): give that by --support.
Rules of --bandwidth:
  scott, silverman   by the spread of the rows, the same for both axes (both rules agree in the plane)
  scott-axes         one sigma for each axis; gaussian only
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

import { randomNumber } from '@cluster-atlas/analytics';

/** Eastings and northings in metres. */
export interface Places {
  xs: Float64Array;
  ys: Float64Array;
}

const SEED = 42;
const TOWNS = 2000;
const RURAL_SHARE = 0.08;
/** Of Great Britain, metres. */
const EXTENT = { x: 700_000, y: 1_300_000 };
const SITES_PER_FIRM = 0.85 / 5.5;
const MILL_SHARE = 69_000 / 5_500_000;

/** The sequences that never share a number. */
const TOWN = 0;
const PLACE = 1;
const FIRM = 2;

const random = (simulation: number, draw: number) => randomNumber({ seed: SEED, simulation, draw });

/**
 * Invented places in 2,000 towns whose sizes follow Zipf's law, and 8 % anywhere, on a lattice of
 * 0.1 m over the extent of Great Britain. The same on every machine.
 */
export function generatePlaces(count: number): Places {
  const towns = Array.from({ length: TOWNS }, (_, rank) => ({
    x: random(TOWN, 2 * rank) * EXTENT.x,
    y: random(TOWN, 2 * rank + 1) * EXTENT.y,
    spread: 330 + 7000 / Math.sqrt(rank + 1), // metres
  }));
  const harmonic = towns.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [share, first, second] = [0, 1, 2].map((draw) => random(PLACE, 3 * i + draw));
    if (share! < RURAL_SHARE) {
      xs[i] = lattice(first! * EXTENT.x);
      ys[i] = lattice(second! * EXTENT.y);
      continue;
    }
    const town = towns[zipfRank((share! - RURAL_SHARE) / (1 - RURAL_SHARE), harmonic)]!;
    const distance = town.spread * Math.sqrt(-2 * Math.log(1 - first!)); // Box and Muller
    xs[i] = lattice(town.x + distance * Math.cos(2 * Math.PI * second!));
    ys[i] = lattice(town.y + distance * Math.sin(2 * Math.PI * second!));
  }
  return { xs, ys };
}

/** As many firms on 15 % as many places, one of which has 1.25 % of them: a formation agent's address. */
export function generateFirms(count: number): Places {
  const places = generatePlaces(Math.max(1, Math.round(count * SITES_PER_FIRM)));
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  const mill = Math.round(count * MILL_SHARE);
  for (let i = 0; i < count; i++) {
    const place = i < mill ? 0 : Math.floor(random(FIRM, i) ** 2 * places.xs.length); // the early ones have more
    xs[i] = places.xs[place]!;
    ys[i] = places.ys[place]!;
  }
  return { xs, ys };
}

/** The rank of a town by its share of the sum of 1 / rank. */
function zipfRank(share: number, harmonic: number): number {
  let rank = 0;
  for (let rest = share * harmonic - 1; rest > 0 && rank < TOWNS - 1; rank++)
    rest -= 1 / (rank + 2);
  return rank;
}

function lattice(metres: number): number {
  return Math.round(metres * 10) / 10;
}

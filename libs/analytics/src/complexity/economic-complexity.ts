import { sumByRegions, sumBySectors, type Advantages } from './advantages.js';
import { secondEigenvector } from './second-eigenvector.js';

export interface EconomicComplexity {
  /** r: mean 0, standard deviation (of the population) 1. */
  regions: Float64Array;
  /** s, on the regions' scale: a region's index is the mean of those of its sectors. */
  sectors: Float64Array;
  /** The second, and the third eigenvalue, of which the first is 1. */
  eigenvalues: [number, number];
  /** The index hardly goes with diversity, so that its sign says little. */
  signIsWeak: boolean;
}

/** Of the correlation with diversity: that of Hidalgo and Hausmann's (2009) figure S4 is 0.11. */
const WEAK = 0.2;

/**
 * The economic complexity of regions and of sectors: the second eigenvector of
 * D⁻¹ M U⁻¹ Mᵀ, D being diversity and U ubiquity, with the sign that goes with diversity.
 *
 * Computed by the symmetric D^-1/2 M U⁻¹ Mᵀ D^-1/2, whose first eigenvector is known.
 *
 * Source: Hausmann et al. (2014), The atlas of economic complexity, technical box 2.1; Mealy,
 * Farmer and Teytelboym (2019), Interpreting economic complexity, Science Advances 5, eaau1705.
 *
 * @returns null for fewer than two regions, or where all are strong in the same sectors
 * @throws {RangeError} if regions fall into groups that share no sector
 */
export function economicComplexity(advantages: Advantages): EconomicComplexity | null {
  const { diversity, ubiquity, regions } = advantages;
  if (regions.length < 2) return null;
  checkConnected(advantages);
  const roots = diversity.map(Math.sqrt);
  const length = Math.sqrt(diversity.reduce((sum, number) => sum + number, 0));
  const found = secondEigenvector({
    size: regions.length,
    first: roots.map((root) => root / length),
    apply(vector) {
      const scaled = vector.map((value, region) => value / roots[region]!);
      const ofSectors = sumByRegions(advantages, scaled);
      const averages = ofSectors.map((sum, sector) => sum / ubiquity[sector]!);
      return sumBySectors(advantages, averages).map((sum, region) => sum / roots[region]!);
    },
  });
  if (!found) return null;
  const ofRegions = found.vector.map((value, region) => value / roots[region]!);
  const ofSectors = sumByRegions(advantages, ofRegions).map(
    (sum, sector) => sum / ubiquity[sector]! / found.value,
  );
  const correlation = correlate(ofRegions, diversity);
  const { mean, deviation } = moments(ofRegions);
  const scale = (correlation < 0 ? -1 : 1) / deviation;
  return {
    regions: ofRegions.map((value) => (value - mean) * scale),
    sectors: ofSectors.map((value) => (value - mean) * scale),
    eigenvalues: [found.value, found.next],
    signIsWeak: Math.abs(correlation) < WEAK,
  };
}

/** @throws {RangeError} naming how many groups there are */
function checkConnected({ starts, sectorsOf, regions, sectors }: Advantages): void {
  const groupOf = Int32Array.from({ length: sectors.length }, (_, sector) => sector);
  const find = (sector: number): number => {
    let root = sector;
    while (groupOf[root] !== root) root = groupOf[root] = groupOf[groupOf[root]!]!;
    return root;
  };
  let groups = sectors.length;
  for (let region = 0; region < regions.length; region++) {
    const first = find(sectorsOf[starts[region]!]!);
    for (let i = starts[region]! + 1; i < starts[region + 1]!; i++) {
      const other = find(sectorsOf[i]!);
      const root = find(first);
      if (other === root) continue;
      groupOf[other] = root;
      groups--;
    }
  }
  if (groups > 1) {
    throw new RangeError(
      `The regions are disconnected: they fall into ${groups} groups that share no sector`,
    );
  }
}

function moments(values: Float64Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/** 0 where either does not vary. */
function correlate(a: Float64Array, b: Float64Array): number {
  const [ofA, ofB] = [moments(a), moments(b)];
  const sum = a.reduce((total, value, i) => total + (value - ofA.mean) * (b[i]! - ofB.mean), 0);
  const scale = a.length * ofA.deviation * ofB.deviation;
  return scale === 0 ? 0 : sum / scale;
}

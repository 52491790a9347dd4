import { readJson, writeLines } from './oracle-files.js';

interface Moments {
  variance: number;
  z: number;
  p: number;
}

export interface GlobalReport {
  statistic: number;
  expected: number;
  normality: Moments;
  randomisation: Moments;
  permutation: { mean: number; variance: number; p: number };
}

type LocalG = Record<'Gs' | 'EGs' | 'VGs' | 'Zs' | 'p_norm', number[]>;

interface Esda {
  pts6: {
    points: [number, number][];
    y: number[];
    threshold: number;
    G_Local_B_nostar: LocalG;
    G_Local_B_star: LocalG;
    G_Local_R_nostar: LocalG;
    G_Local_R_star: LocalG;
    G_global: Record<'G' | 'EG' | 'VG' | 'z' | 'p', number>;
  };
  stl: {
    y: number[];
    neighbors: Record<string, string[]>;
    id_order: string[];
    Moran: Record<
      'I' | 'EI' | 'VI_norm' | 'VI_rand' | 'z_norm' | 'z_rand' | 'p_norm' | 'p_rand',
      number
    >;
    Geary: Record<'C' | 'EC' | 'VC_norm' | 'z_norm' | 'VC_rand' | 'z_rand', number>;
    Moran_Local: Record<
      'Is' | 'q' | 'EI' | 'VI' | 'EIc' | 'VIc' | 'z_sim' | 'EI_sim' | 'VI_sim',
      number[]
    > &
      Record<'p_sim_two_sided_9999' | 'p_sim_directed_9999', number[]>;
    'fdr_0.05': number;
    'fdr_0.1': number;
    G_Local_B_nostar: SimulatedG;
    G_Local_B_star: SimulatedG;
  };
  lat3x3: { I: number; VI_rand: number; VI_norm: number };
}

type SimulatedG = Record<'Gs' | 'Zs' | 'p_sim_two_sided_9999' | 'EG_sim', number[]>;
type SpdepLocal = Record<'Ii' | 'E.Ii' | 'Var.Ii' | 'Z.Ii' | 'Pr(z != E(Ii))', number[]>;

interface Spdep {
  stl: {
    moran_rand: Record<'I' | 'EI' | 'VI' | 'z' | 'p', number>;
    moran_norm: Record<'VI' | 'z', number>;
    localmoran_conditional: SpdepLocal;
    localmoran_total: SpdepLocal;
    localG: number[];
    localGstar: number[];
    globalG: { G: number; z: [[number]] };
    geary: { C: number; z: number };
    fdr_BH: number[];
  };
}

export const esda = readJson<Esda>('pysal/esda_oracles.json');
export const spdep = readJson<Spdep>('pysal/spdep_oracles.json').stl;

export function figures({ variance, z, p }: Moments): number[] {
  return [variance, z, p];
}

/** Six points and who is within 15 of whom, as words of a command. */
export function sixPoints(folder: string): string[] {
  const { points, y, threshold } = esda.pts6;
  const lines = points.map(([px, py], i) => `${px},${py},${y[i]}`);
  const input = writeLines(folder, 'six.csv', ['x,y,value', ...lines]);
  return ['--input', input, '--value', 'value', '--band', String(threshold)];
}

/**
 * The homicide rates of counties around St Louis, as words of a command.
 *
 * @param order of the rows; as in the oracle without one
 */
export function homicides(folder: string, order = esda.stl.y.map((_, i) => i)): string[] {
  const { y, id_order: ids, neighbors } = esda.stl;
  const input = writeLines(folder, 'stl.csv', [
    'id,rate',
    ...order.map((i) => `${ids[i]},${y[i]}`),
  ]);
  const links = ids.flatMap((id) => neighbors[id]!.map((other) => `${id},${other},1`));
  const weights = writeLines(folder, 'weights.csv', ['i,j,w', ...links]);
  return ['--input', input, '--id', 'id', '--value', 'rate', '--weights', weights];
}

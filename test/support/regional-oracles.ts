import { readJson } from './oracle-files.js';

export interface Mexico {
  vars: string[];
  Y: number[][];
  hanson98: number[];
  gini: number[];
  gini_spatial_1940: { g: number; wg: number; wcg: number };
  theil: number[];
  theil_bg: number[];
  theil_wg: number[];
}

export function definitions() {
  return readJson<{
    variety: {
      p: number[];
      group: number[];
      H_bits: number;
      unrelated_variety_bits: number;
      related_variety_bits: number;
    };
    lq_family: {
      e_ij: number;
      e_j: number;
      e_i: number;
      e: number;
      LQ: number;
      SLQ_symmetric: number;
      logLQ: number;
      CI95_log_delta: [number, number];
    };
    ellison_glaeser: { G_raw: number; H: number; maurel_sedillot: number };
    coagglomeration_pair: { s_i: number[]; s_j: number[]; gamma_ij: number };
  }>('definitions/definitions.json');
}

export function econGeo() {
  return readJson<{
    mat5: number[][];
    LQ: number[][];
    LQ_binary: number[][];
    LQ_avg: number[];
    spec_coeff: number[];
    Krugman: number[];
    Hachman: number[];
    Herfindahl: number[];
    entropy: number[];
    Gini: { Gini: number }[];
    locGini: { 'Loc.Gini': number }[];
    HooverGini: { 'Hoover.Gini': number }[];
  }>('econgeo/econgeo_oracles.json');
}

export function reatOracles() {
  return readJson<{
    locq_FarhauerKroell2013: { LQ: number };
    locq_Goettingen2017: { e_ij: number[]; e_j: number; e_i: number[]; e: number; LQ: number[] };
    ellison_glaeser_FarhauerKroell2014: {
      e_ik: number[];
      region: string[];
      e_j: Record<string, number>;
      gamma: number;
      G: number;
      z: number;
      K: number;
      HHI: number;
    };
    ellison_glaeser_by_industry_FK2014_EGC: ({ _row: string } & Record<
      'Gamma i' | 'G i' | 'z Gi' | 'K i' | 'HHI i',
      number
    >)[];
    gini_conc: { e_ij: number[]; e_j: number[]; gini: number };
    gini_spec: { e_ij: number[]; e_i: number[]; gini: number };
    gini_spec_Goettingen2017: number;
    herf: { x: number[]; HHI: number; HHI_norm: number; eq: number };
    hoover: Record<'gdp' | 'pop', number[]> &
      Record<'hoover' | 'herf_gdp' | 'gini_gdp' | 'gini_gdp_norm', number>;
    litzenberger: Record<
      'e_ij' | 'e_i' | 'a_j' | 'a' | 'p_j' | 'p' | 'b_ij' | 'b_i' | 'CI',
      number
    >;
    theil: { x: number[]; T: number };
    krugman_spec: { e_ij: number[]; e_il: number[]; K: number; goettingen2017: number };
    howard_cl: { industries: string[]; locations: string[]; CL: number };
    shift_regionA: Record<string, string>[];
  }>('REAT/reat_oracles.json');
}

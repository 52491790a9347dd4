/**
 * Districts that are made up of former ones, or whose code has changed, since 2012. Where a successor
 * has been succeeded too, it stands among the former ones of the next.
 *
 * Source: Office for National Statistics, Code History Database, and the orders for structural change
 * that are in force from 1 April 2019 (Dorset, Suffolk, Taunton), 2020 (Buckinghamshire), 2021
 * (Northamptonshire) and 2023 (Cumbria, North Yorkshire, Somerset).
 */
const FORMER_CODES: Readonly<Record<string, readonly string[]>> = {
  E06000057: ['E06000048'],
  E06000058: ['E06000028', 'E06000029', 'E07000048'],
  E06000059: ['E07000049', 'E07000050', 'E07000051', 'E07000052', 'E07000053'],
  E06000060: ['E07000004', 'E07000005', 'E07000006', 'E07000007'],
  E06000061: ['E07000150', 'E07000152', 'E07000153', 'E07000156'],
  E06000062: ['E07000151', 'E07000154', 'E07000155'],
  E06000063: ['E07000026', 'E07000028', 'E07000029'],
  E06000064: ['E07000027', 'E07000030', 'E07000031'],
  E06000065: [
    ...['E07000163', 'E07000164', 'E07000165', 'E07000166', 'E07000167', 'E07000168'],
    'E07000169',
  ],
  E06000066: ['E07000187', 'E07000188', 'E07000189', 'E07000246'],
  E07000240: ['E07000100'],
  E07000241: ['E07000104'],
  E07000242: ['E07000097'],
  E07000243: ['E07000101'],
  E07000244: ['E07000205', 'E07000206'],
  E07000245: ['E07000201', 'E07000204'],
  E07000246: ['E07000190', 'E07000191'],
  E08000037: ['E08000020'],
  E08000038: ['E08000016'],
  E08000039: ['E08000019'],
  S12000047: ['S12000015'],
  S12000048: ['S12000024'],
  S12000049: ['S12000046'],
  S12000050: ['S12000044'],
};

/** By code, the codes under which all or a part of the district has figures of other vintages. */
export const OTHER_VINTAGES: ReadonlyMap<string, readonly string[]> = otherVintages();

function otherVintages(): Map<string, string[]> {
  const others = new Map<string, string[]>();
  const join = (one: string, other: string) => others.set(one, [...(others.get(one) ?? []), other]);
  for (const code of Object.keys(FORMER_CODES)) {
    for (const former of allFormer(code)) {
      join(code, former);
      join(former, code);
    }
  }
  return others;
}

function allFormer(code: string): string[] {
  return (FORMER_CODES[code] ?? []).flatMap((former) => [former, ...allFormer(former)]);
}

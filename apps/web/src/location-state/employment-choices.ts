import { AreaEmploymentQuery } from '@cluster-atlas/contract';

/** Which jobs are told of an area. */
export type EmploymentChoices = AreaEmploymentQuery;

export const USUAL_EMPLOYMENT: EmploymentChoices = AreaEmploymentQuery.parse({});

const NAMES = { level: 'jobsLevel', year: 'jobsYear', since: 'jobsSince' } as const;
const KEYS = Object.keys(NAMES) as (keyof typeof NAMES)[];

/** Null where the address asks for businesses; a value that the API would refuse is left out. */
export function readEmploymentChoices(parameters: URLSearchParams): EmploymentChoices | null {
  if (parameters.get('basis') !== 'jobs') return null;
  const accepted = KEYS.flatMap((key) => {
    const value = parameters.get(NAMES[key]);
    const isFit = value !== null && AreaEmploymentQuery.shape[key].safeParse(value).success;
    return isFit ? [[key, value]] : [];
  });
  return AreaEmploymentQuery.parse(Object.fromEntries(accepted));
}

export function writeEmploymentChoices(choices: EmploymentChoices): [string, string][] {
  const chosen = employmentParameters(choices).map(([key, value]): [string, string] => [
    NAMES[key],
    value,
  ]);
  return [['basis', 'jobs'], ...chosen];
}

/** The choices as the API takes them, without defaults. */
export function employmentParameters(
  choices: EmploymentChoices,
): [name: keyof typeof NAMES, value: string][] {
  return KEYS.filter((key) => choices[key] !== USUAL_EMPLOYMENT[key]).map((key) => [
    key,
    String(choices[key]),
  ]);
}

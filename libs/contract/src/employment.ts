import { z } from 'zod';
import { AreaDivision, ShiftShare } from './areas.js';
import { Count } from './measures.js';

export const EMPLOYMENT_LEVELS = ['2', '3', '4', '5', 'deepest'] as const;

const Year = z.coerce.number<string>().int().min(1900).max(2100);

export const AreaEmploymentQuery = z.strictObject({
  year: Year.optional().describe('The newest with figures by default.'),
  since: Year.optional().describe(
    'The earlier year of growth; five years before `year` by default, or the earliest after that.',
  ),
  level: z
    .enum(EMPLOYMENT_LEVELS)
    .default('2')
    .describe(
      'Digits of SIC 2007 codes: 2 divisions, 3 groups, 4 classes, 5 subclasses; or the deepest there is. Where the figures are deeper they are added up.',
    ),
});
export type AreaEmploymentQuery = z.infer<typeof AreaEmploymentQuery>;

/** Jobs of an area by sector, from figures of areas: no business is counted for them. */
const EmploymentFigures = z.object({
  year: Count,
  since: Count.nullable().describe('The earlier year of growth; null where none is told.'),
  level: Count.describe('Digits of the sectors’ codes.'),
  years: z.array(Count).describe('With figures at this level, the newest first.'),
  levels: z.array(Count).describe('With figures in any year.'),
  jobs: Count,
  growth: z.number().nullable(),
  base: z
    .object({ jobs: Count, areas: Count, kind: z.string(), growth: z.number().nullable() })
    .describe('All areas of the same kind in the same year.'),
  sectors: z.array(AreaDivision).describe('The most jobs first.'),
  shiftShare: ShiftShare.describe('Of jobs by sector; null where growth is not told.'),
  source: z.object({
    name: z.string(),
    licence: z.string(),
    attribution: z.string(),
    asOf: z.string().describe('Date of the newest file.'),
  }),
});

export const AreaEmployment = z.object({
  layer: z.string(),
  code: z.string(),
  name: z.string(),
  figureCode: z.string().describe('By which figures are found: UKD3 is TLD3, the ITL of 2021.'),
  layerHasFigures: z.boolean().describe('Whether any area of the layer has figures.'),
  figures: EmploymentFigures.nullable().describe('Null where none are loaded for the area.'),
  definition: z.record(z.string(), z.unknown()).describe('Every choice that made these numbers.'),
  warnings: z.array(z.string()),
});
export type AreaEmployment = z.infer<typeof AreaEmployment>;

/** Of the jobs of areas, which come from figures of areas and not from businesses. */
export const employmentStrings = {
  employment: {
    basis: 'What is counted',
    businesses: 'Businesses',
    jobs: 'Jobs',
    title: 'What its jobs are in',
    noBusinesses: 'No business with a known sector is loaded in the area.',
    division: 'Sector',
    amount: 'Jobs',
    baseShare: 'In all areas',
    composition:
      'Chart of the shares of the largest sectors, each with a mark at its share in all areas. The same figures are in the table below.',
    compositionAxis: 'Share of jobs, % (mark: all areas)',
    meaning:
      'Jobs at the place of work, from published figures of areas; the chosen sectors, sizes and date do not apply. Quotients compare with all areas of the same kind in the same year.',
    headline: '{{jobs}} jobs in {{year}}',
    headlineGrown: '{{jobs}} jobs in {{year}}, {{growth}} since {{since}}',
    base: 'In all {{areas}} areas with figures: {{jobs}}',
    baseGrown: 'In all {{areas}} areas with figures: {{jobs}}, {{growth}} since {{since}}',
    none: 'No employment data is loaded for this layer. Load some with “npx atlas import employment FILE”; areas are found by their code, for example TLD3 or E08000006.',
    noneForArea:
      'No employment data is loaded for this area, though there is for others of its layer.',
    noJobs: 'The figures tell of no jobs here: small numbers are rounded to 0 or suppressed.',
    year: 'Year',
    since: 'Growth since',
    sinceNone: 'no earlier year',
    level: 'Sectors',
    levels: {
      '2': 'Divisions (2 digits)',
      '3': 'Groups (3 digits)',
      '4': 'Classes (4 digits)',
      '5': 'Subclasses (5 digits)',
    },
    noGrowth: 'Growth and the chart of it need an earlier year at this level.',
    rounding:
      'Open-access figures are rounded, to 5, 10, 25, 100 and so on: what is small is approximate, and a 0 may be a suppressed or rounded number. The intervals know neither of that nor that few employers may have the jobs: read them as the least doubt there is.',
    source: 'Source: {{name}}, as of {{asOf}}. {{licence}}. {{attribution}}',
    asCsv: 'Download as CSV',
    tierMeaning:
      'Beside the areas with figures that have the sector: more jobs than their lower quartile, and a quotient above the lower quartile (qualifying), above the median (significant), or of at least 1 and in the upper quartile (strong) or tenth. Delgado, Porter and Stern (2014).',
    thresholds:
      '(of {{areas}} areas: quartiles {{lq25}}, {{lq50}}, {{lq75}}, tenth {{lq90}}; more than {{least}} jobs)',
    chart:
      'Chart of sectors by location quotient of jobs and growth. The same figures are in the table below.',
    chartX: 'Location quotient of jobs (1: as in all areas)',
  },
};

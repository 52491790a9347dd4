import type { AreaEmployment } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { DefinitionList } from '../explorer/definition-list.js';
import { apiAddress, FigureSource } from '../explorer/figure-source.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { Warnings } from '../explorer/warnings.js';
import type { AreaName } from '../location-state/area-choices.js';
import {
  employmentParameters,
  type EmploymentChoices,
} from '../location-state/employment-choices.js';
import { formatCount, formatDate, formatShare, formatSigned } from '../strings/figures.js';
import { JobsChoices } from './jobs-choices.js';
import { SectorFigures } from './sector-figures.js';

interface AreaJobsProps {
  area: AreaName;
  /** Of the area in the API. */
  path: string;
  choices: EmploymentChoices;
}

/** The jobs of an area by sector, beside all areas of its kind. */
export function AreaJobs({ area, path, choices }: AreaJobsProps) {
  const { t } = useTranslation();
  const query = new URLSearchParams(employmentParameters(choices)).toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['area employment', path, query],
    queryFn: ({ signal }) => api.areaEmployment(path, { query, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section>
      <h3>{t('employment.title')}</h3>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && !error && <JobsContents employment={data} {...{ area, path, choices }} />}
    </section>
  );
}

function JobsContents({
  employment: { figures, layerHasFigures, definition, warnings },
  ...props
}: AreaJobsProps & { employment: AreaEmployment }) {
  const { t } = useTranslation();
  if (!figures) {
    return (
      <p className="note">{t(layerHasFigures ? 'employment.noneForArea' : 'employment.none')}</p>
    );
  }
  const { since, sectors, source } = figures;
  const title = t('employment.title');
  return (
    <>
      <p className="note">{t('employment.meaning')}</p>
      <JobsChoices figures={figures} choices={props.choices} />
      <JobsHeadline figures={figures} />
      <Warnings warnings={warnings} />
      {since === null && <p className="note">{t('employment.noGrowth')}</p>}
      {sectors.length === 0 && <p className="note">{t('employment.noJobs')}</p>}
      {sectors.length > 0 && <SectorFigures title={title} sectors={sectors} words="employment" />}
      <p className="note">{t('employment.rounding')}</p>
      <p className="note">{t('employment.source', { ...source, asOf: formatDate(source.asOf) })}</p>
      <details className="measurement">
        <summary>{t('hub.measured')}</summary>
        <DefinitionList definition={definition} />
      </details>
      <JobsSource {...props} />
    </>
  );
}

function JobsSource({ area, path, choices }: AreaJobsProps) {
  const { t } = useTranslation();
  const parameters = new URLSearchParams(employmentParameters(choices));
  return (
    <FigureSource
      command={`analyse area ${area.code} --layer ${area.layer} --basis employment`}
      parameters={parameters}
    >
      <a href={apiAddress(`${path}/employment`, parameters)}>{t('clusters.asJson')}</a>{' '}
      <a href={apiAddress(`${path}/employment.csv`, parameters)}>{t('employment.asCsv')}</a>
    </FigureSource>
  );
}

function JobsHeadline({ figures }: { figures: NonNullable<AreaEmployment['figures']> }) {
  const { t } = useTranslation();
  const { jobs, year, since, growth, base } = figures;
  const signed = (change: number) => formatSigned(change, formatShare);
  const own = { jobs: formatCount(jobs), year };
  const all = { jobs: formatCount(base.jobs), areas: formatCount(base.areas) };
  return (
    <p className="headline">
      <strong>
        {growth === null
          ? t('employment.headline', own)
          : t('employment.headlineGrown', { ...own, growth: signed(growth), since })}
      </strong>
      <span>
        {base.growth === null
          ? t('employment.base', all)
          : t('employment.baseGrown', { ...all, growth: signed(base.growth), since })}
      </span>
    </p>
  );
}

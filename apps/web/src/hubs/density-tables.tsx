import type { HubDensity, Ring } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import {
  DASH,
  formatCount,
  formatCountRange,
  formatDensity,
  formatDistance,
  formatQuotient,
  formatShare,
} from '../strings/figures.js';

/** The figures of each disc around the centre. */
export function RingTable({ rings }: { rings: readonly Ring[] }) {
  const { t } = useTranslation();
  const hasJobs = rings.some(({ jobs }) => jobs !== null);
  return (
    <ScrolledTable name={t('hub.rings')}>
      <caption>{t('hub.rings')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('hub.radius')}</th>
          <th scope="col">{t('hub.businesses')}</th>
          <th scope="col">{t('hub.ofAll')}</th>
          <th scope="col">{t('hub.perKm2')}</th>
          <th scope="col">{t('hub.lq')}</th>
          {hasJobs && <th scope="col">{t('hub.jobs')}</th>}
        </tr>
      </thead>
      <tbody>
        {rings.map((ring) => (
          <tr key={ring.radius}>
            <th scope="row">{formatDistance(ring.radius)}</th>
            <td>{formatCount(ring.count)}</td>
            <td>{formatCount(ring.all)}</td>
            <td>{formatDensity(ring.densityPerKm2)}</td>
            <td>{formatQuotient(ring)}</td>
            {hasJobs && <td>{<Jobs ring={ring} />}</td>}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

function Jobs({ ring: { jobs, jobsHigh, jobsCoverage } }: { ring: Ring }) {
  const { t } = useTranslation();
  if (jobs === null) return DASH;
  const range = formatCountRange(jobs, jobsHigh);
  return t('hub.jobsCovered', { jobs: range, share: formatShare(jobsCoverage ?? 0) });
}

/** The figures between one radius and the next. */
export function BandTable({ annuli }: { annuli: HubDensity['annuli'] }) {
  const { t } = useTranslation();
  return (
    <ScrolledTable name={t('hub.bands')}>
      <caption>{t('hub.bands')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('hub.band')}</th>
          <th scope="col">{t('hub.businesses')}</th>
          <th scope="col">{t('hub.ofAll')}</th>
          <th scope="col">{t('hub.perKm2')}</th>
        </tr>
      </thead>
      <tbody>
        {annuli.map(({ inner, outer, count, all, densityPerKm2 }) => (
          <tr key={outer}>
            <th scope="row">
              {t('hub.bandRange', { inner: formatDistance(inner), outer: formatDistance(outer) })}
            </th>
            <td>{formatCount(count)}</td>
            <td>{formatCount(all)}</td>
            <td>{formatDensity(densityPerKm2)}</td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

import type { HubDensity } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { lateChart } from '../images/late-chart.js';
import { tableCsv } from '../images/table-csv.js';
import type { LocationState } from '../location-state/location-state.js';
import { formatCount, formatDistance, formatShare } from '../strings/figures.js';
import { BandTable, RingTable } from './density-tables.js';
import { headlineOf } from './headline-of.js';
import { Measurement } from './measurement.js';
import { NearestList } from './nearest-list.js';
import { ProfileChoices } from './profile-choices.js';
import { Warnings } from '../explorer/warnings.js';
import { SectorMix } from './sector-mix.js';
import { useBaseName } from './use-base-name.js';

const DensityChart = lateChart(() => import('./density-chart.js'));
const SpecialisationChart = lateChart(() => import('./specialisation-chart.js'));

const BAND_COLUMNS = ['inner', 'outer', 'areaKm2', 'count', 'all', 'densityPerKm2'] as const;
const RING_COLUMNS = ['radius', 'count', 'all', 'lq', 'low', 'high'] as const;

interface DensityProfileProps {
  density: HubDensity;
  /** Without a sector every location quotient is 1 and says nothing. */
  isSectorChosen: boolean;
  onMeasure: (choices: Pick<LocationState, 'radii' | 'base'>) => void;
}

export function DensityProfile({ density, isSectorChosen, onMeasure }: DensityProfileProps) {
  const { t } = useTranslation();
  return (
    <>
      <Headline density={density} />
      <Warnings warnings={density.warnings} />
      <section>
        <h3>{t('hub.density')}</h3>
        <DownloadableFigure
          title={t('hub.density')}
          csv={() => tableCsv(density.annuli, BAND_COLUMNS)}
        >
          <DensityChart annuli={density.annuli} />
        </DownloadableFigure>
        <RingTable rings={density.rings} />
      </section>
      <Specialisation density={density} isSectorChosen={isSectorChosen} />
      <SectorMix
        title={t('hub.sectors', { radius: formatDistance(density.rings.at(-1)?.radius ?? 0) })}
        sectors={density.sectors}
      />
      <NearestList nearest={density.nearest} />
      <ProfileChoices density={density} onMeasure={onMeasure} />
      <Measurement density={density}>
        <BandTable annuli={density.annuli} />
      </Measurement>
    </>
  );
}

function Headline({ density }: { density: HubDensity }) {
  const { t } = useTranslation();
  const largest = density.rings.at(-1);
  if (!largest) return null;
  const headline = headlineOf(density, t);
  if (largest.all === 0) return <p className="headline">{headline}</p>;
  return (
    <p className="headline">
      <strong>{headline}</strong>
      {largest.count !== largest.all && (
        <span>
          {t('hub.headlineShare', {
            share: formatShare(largest.count / largest.all),
            all: formatCount(largest.all),
          })}
        </span>
      )}
    </p>
  );
}

function Specialisation({ density, isSectorChosen }: Omit<DensityProfileProps, 'onMeasure'>) {
  const { t } = useTranslation();
  const base = useBaseName(density.base.name);
  return (
    <section>
      <h3>{t('hub.specialisation')}</h3>
      {isSectorChosen ? (
        <>
          <DownloadableFigure
            title={t('hub.specialisation')}
            csv={() => tableCsv(density.rings, RING_COLUMNS)}
          >
            <SpecialisationChart rings={density.rings} base={base} />
          </DownloadableFigure>
          <p className="note">{t('hub.specialisationMeaning', { base })}</p>
        </>
      ) : (
        <p className="note">{t('hub.specialisationNone')}</p>
      )}
    </section>
  );
}

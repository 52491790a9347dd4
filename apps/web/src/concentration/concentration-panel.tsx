import type { Concentration } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { DefinitionList, ExcludedList } from '../explorer/definition-list.js';
import { apiAddress, FigureSource } from '../explorer/figure-source.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { SidePanel } from '../explorer/side-panel.js';
import { Warnings } from '../explorer/warnings.js';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { lateChart } from '../images/late-chart.js';
import { tableCsv } from '../images/table-csv.js';
import type { LocationState } from '../location-state/location-state.js';
import { hasSector, writeSelection } from '../location-state/selection-parameters.js';
import { Sharing } from '../report/sharing.js';
import {
  DASH,
  formatCount,
  formatDensity,
  formatDistance,
  formatKnown,
  formatPValue,
  formatTenths,
} from '../strings/figures.js';

const ConcentrationChart = lateChart(() => import('./concentration-chart.js'));

interface ConcentrationPanelProps {
  state: LocationState;
  onClose: () => void;
}

/** Whether the selected businesses gather more than business at large, and how far that reaches. */
export function ConcentrationPanel({ state, onClose }: ConcentrationPanelProps) {
  const { t } = useTranslation();
  const { selection } = state;
  const isSectorChosen = hasSector(selection);
  const parameters = new URLSearchParams(writeSelection(selection));
  const query = parameters.toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['concentration', query],
    queryFn: ({ signal }) => api.concentration({ query, signal }),
    enabled: isSectorChosen,
  });
  return (
    <SidePanel
      title={t('concentration.title')}
      closeLabel={t('concentration.close')}
      onClose={onClose}
    >
      <p className="note">{t('concentration.meaning')}</p>
      {!isSectorChosen && <p className="empty">{t('concentration.noSector')}</p>}
      {isSectorChosen && error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {isSectorChosen && !data && !error && <LoadingState />}
      {isSectorChosen && data && <Curve answer={data} />}
      {isSectorChosen && (
        <FigureSource command="analyse concentration" parameters={parameters}>
          <a href={apiAddress('concentration', parameters)}>{t('clusters.asJson')}</a>
        </FigureSource>
      )}
      {data && (
        <Sharing
          title={t('concentration.title')}
          figure={t(`concentration.classifications.${data.classification}`)}
          state={state}
        />
      )}
    </SidePanel>
  );
}

function Curve({ answer }: { answer: Concentration }) {
  const { t } = useTranslation();
  const { curve, classification, p, points, all, labellings, warnings } = answer;
  const peak = curve.reduce<(typeof curve)[number] | null>(
    (best, each) => (each.m !== null && each.m > (best?.m ?? -Infinity) ? each : best),
    null,
  );
  return (
    <>
      <p className="headline">
        <strong>{t(`concentration.classifications.${classification}`)}</strong>
        <span>
          {p !== null && t('concentration.p', { p: formatPValue(p) })}{' '}
          {peak && peak.m !== null && peak.m > 1 && classification === 'localised'
            ? t('concentration.peak', {
                times: formatTenths(peak.m),
                distance: formatDistance(peak.radius),
              })
            : ''}
        </span>
      </p>
      <Warnings warnings={warnings} />
      <section>
        <h3>{t('concentration.byDistance')}</h3>
        <DownloadableFigure
          title={t('concentration.byDistance')}
          csv={() => tableCsv(curve, ['radius', 'm', 'low', 'high'])}
        >
          <ConcentrationChart curve={curve} />
        </DownloadableFigure>
        <CurveTable curve={curve} />
        <p className="note">
          {t('concentration.basis', {
            ...{ points: formatCount(points), all: formatCount(all) },
            labellings: formatCount(labellings),
          })}
        </p>
      </section>
      <details className="measurement">
        <summary>{t('hub.measured')}</summary>
        <ExcludedList excluded={answer.excluded} />
        <DefinitionList definition={answer.definition} />
      </details>
    </>
  );
}

function CurveTable({ curve }: Pick<Concentration, 'curve'>) {
  const { t } = useTranslation();
  const number = (value: number | null) => formatKnown(value, formatDensity);
  return (
    <ScrolledTable name={t('concentration.byDistance')}>
      <thead>
        <tr>
          <th scope="col">{t('concentration.within')}</th>
          <th scope="col">{t('concentration.m')}</th>
          <th scope="col">{t('concentration.band')}</th>
        </tr>
      </thead>
      <tbody>
        {curve.map(({ radius, m, low, high }) => (
          <tr key={radius}>
            <th scope="row">{formatDistance(radius)}</th>
            <td>{number(m)}</td>
            <td>
              {number(low)}
              {DASH}
              {number(high)}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../explorer/definition-list.js';
import { apiAddress, FigureSource } from '../explorer/figure-source.js';
import { useSelectedCount } from '../filters/use-facets.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { Warnings } from '../explorer/warnings.js';
import type { LocationState } from '../location-state/location-state.js';
import { Sharing } from '../report/sharing.js';
import { EventList } from './event-list.js';
import { FlowTable } from './flow-table.js';
import { PanelTable } from './panel-table.js';
import type { AskedHistory } from './traced-link.js';
import { TransitionDiagram } from './transition-diagram.js';
import { HistoryBusy, HistoryStart } from './history-start.js';
import { HistoryYearsForm } from './history-years-form.js';
import { historyParameters, useClusterHistory } from './use-cluster-history.js';

/** What became of the clusters from year to year. */
export function HistoryView({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const businesses = useSelectedCount(state.selection);
  const history = useClusterHistory(state, businesses);
  const { data, error, isStale, isHeld, isBusy } = history;
  return (
    <section className="list-view history-view" aria-labelledby="history-title" aria-busy={isStale}>
      <h2 id="history-title">{t('history.title')}</h2>
      {error && <ProblemState error={error} onRetry={history.start} />}
      <HistoryYearsForm key={JSON.stringify(state.years)} years={state.years} />
      {businesses === undefined && !data && !error && <LoadingState />}
      {isHeld && businesses !== undefined && (
        <HistoryStart {...{ history, businesses }} years={state.years} />
      )}
      {isBusy && <HistoryBusy history={history} />}
      {data && !error && !isHeld && <HistoryContents asked={{ history: data, state }} />}
    </section>
  );
}

function HistoryContents({ asked }: { asked: AskedHistory }) {
  const { t } = useTranslation();
  const { history, state } = asked;
  const parameters = historyParameters(state);
  if (history.clusters.length === 0) return <p className="empty">{t('history.none')}</p>;
  return (
    <>
      <Warnings warnings={history.warnings} />
      <section>
        <h3>{t('history.diagram')}</h3>
        <p className="note">{t('history.diagramMeaning')}</p>
        <TransitionDiagram history={history} />
        <FlowTable history={history} />
      </section>
      <EventList asked={asked} />
      <PanelTable asked={asked} />
      <details className="measurement">
        <summary>{t('hub.measured')}</summary>
        <DefinitionList definition={history.definition} />
      </details>
      <FigureSource command="analyse history" parameters={parameters}>
        <a href={apiAddress('clusters/history', parameters)}>{t('clusters.asJson')}</a>
      </FigureSource>
      <Sharing title={t('history.title')} isOnMap={false} state={state} />
    </>
  );
}

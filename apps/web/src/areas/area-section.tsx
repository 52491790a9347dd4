import type { AreaTable } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import type { AreaChoices } from '../location-state/area-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { sortRows } from '../tables/sort-rows.js';
import { formatMeasure } from './area-measures.js';
import { AreaLayerChoice } from './area-layer-choice.js';
import { useAreaTable } from './use-areas.js';

const FIRST = 8;

/** Which areas are coloured, which of them lead, and how to draw one. */
export function AreaSection({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  return (
    <section className="area-section" aria-labelledby="areas-title">
      <h2 id="areas-title">{t('areas.title')}</h2>
      <AreaLayerChoice state={state} />
      {state.areas && <LeadingAreas state={state} choices={state.areas} />}
      <button
        type="button"
        className="button quiet"
        onClick={({ currentTarget }) => {
          currentTarget.closest('dialog')?.close(); // on small screens, see FilterArea
          navigate({ view: 'map', open: { kind: 'drawn', corners: [] }, pin: null });
        }}
      >
        {t('areas.draw')}
      </button>
    </section>
  );
}

function LeadingAreas({ state, choices }: { state: LocationState; choices: AreaChoices }) {
  const { t } = useTranslation();
  const { data, error, refetch, isPlaceholderData } = useAreaTable(choices.layer, state.selection);
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <div aria-busy={isPlaceholderData} className="found-clusters">
      <p className="note">
        {t('areas.leading', { measure: t(`areas.measures.${choices.measure}`) })}
      </p>
      <LeadingList table={data} state={state} choices={choices} />
      <button
        type="button"
        className="button quiet"
        onClick={({ currentTarget }) => {
          currentTarget.closest('dialog')?.close();
          navigate({ view: 'areas' });
        }}
      >
        {t('areas.showTable')}
      </button>
    </div>
  );
}

interface LeadingListProps {
  table: AreaTable;
  state: LocationState;
  choices: AreaChoices;
}

function LeadingList({ table, state: { open }, choices: { layer, measure } }: LeadingListProps) {
  const leading = sortRows(table.areas, { by: measure, isAscending: false }).slice(0, FIRST);
  return (
    <ol className="choice-list cluster-list">
      {leading.map(({ code, name, [measure]: value }) => (
        <li key={code}>
          <button
            type="button"
            aria-pressed={open?.kind === 'area' && open.layer === layer && open.code === code}
            onClick={({ currentTarget }) => {
              currentTarget.closest('dialog')?.close();
              navigate({ view: 'map', open: { kind: 'area', layer, code }, pin: null });
            }}
          >
            {name} <span className="note">{formatMeasure(measure, value)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

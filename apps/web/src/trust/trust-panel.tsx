import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { apiAddress, FigureSource } from '../explorer/figure-source.js';
import { LoadingState } from '../explorer/request-state.js';
import { SidePanel } from '../explorer/side-panel.js';
import type { LocationState, MapPosition, TrustScope } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import type { MapFrame } from '../map/map-frame.js';
import { Sharing } from '../report/sharing.js';
import { AddressSection } from './address-section.js';
import { CoverageSection } from './coverage-section.js';
import { OfficeCellList } from './office-cell-list.js';
import { OfficeSection } from './office-section.js';
import { RankingSection } from './ranking-section.js';
import { TrustSection } from './trust-section.js';
import { trustParameters } from './trust-parameters.js';

interface TrustPanelProps {
  within: TrustScope;
  state: LocationState;
  /** Null until the map is there. */
  frame: MapFrame | null;
  onClose: () => void;
}

/** What a reader must know of the data before quoting any figure of the selection. */
export function TrustPanel({ within, state, frame, onClose }: TrustPanelProps) {
  const { t } = useTranslation();
  const parameters = trustParameters(state, { within, frame });
  return (
    <SidePanel title={t('trust.title')} closeLabel={t('trust.close')} onClose={onClose}>
      <ScopeChoice within={within} />
      {parameters ? (
        <TrustContents
          {...parameters}
          within={within}
          hasOffices={state.offices}
          position={frame?.position ?? null}
        />
      ) : (
        <LoadingState />
      )}
      {parameters && <Sharing title={t('trust.title')} state={state} />}
    </SidePanel>
  );
}

interface TrustContentsProps {
  common: URLSearchParams;
  ranking: URLSearchParams;
  cells: URLSearchParams;
  within: TrustScope;
  hasOffices: boolean;
  position: MapPosition | null;
}

function TrustContents(props: TrustContentsProps) {
  const { t } = useTranslation();
  const { common, ranking, cells, within, hasOffices, position } = props;
  const query = common.toString();
  return (
    <>
      <TrustSection title={t('trust.coverage')} name="coverage" query={query} fetch={api.coverage}>
        {(coverage) => <CoverageSection coverage={coverage} within={within} />}
      </TrustSection>
      <TrustSection
        title={t('trust.addresses')}
        name="addresses"
        query={query}
        fetch={api.coverageAddresses}
      >
        {(addresses) => <AddressSection addresses={addresses} parameters={common} />}
      </TrustSection>
      <TrustSection
        title={t('trust.ranking')}
        name="ranking"
        query={ranking.toString()}
        fetch={api.hubRanking}
      >
        {(answer) => <RankingSection ranking={answer} />}
      </TrustSection>
      <TrustSection title={t('trust.offices')} name="offices" query={query} fetch={api.offices}>
        {(offices) => (
          <>
            <OfficeSection offices={offices} isShown={hasOffices} />
            {offices.apart > 0 && (
              <OfficeCellList parameters={cells} position={position} isOfView={within === 'view'} />
            )}
          </>
        )}
      </TrustSection>
      <FigureSource command="analyse coverage" parameters={ranking}>
        <a href={apiAddress('coverage', common)}>{t('clusters.asJson')}</a>
      </FigureSource>
    </>
  );
}

const SCOPES = [
  ['view', 'trust.withinView'],
  ['all', 'trust.withinAll'],
] as const;

function ScopeChoice({ within }: { within: TrustScope }) {
  const { t } = useTranslation();
  return (
    <fieldset className="trust-scope">
      <legend>{t('trust.within')}</legend>
      {SCOPES.map(([scope, label]) => (
        <label key={scope}>
          <input
            type="radio"
            name="trust-scope"
            checked={within === scope}
            onChange={() => navigate({ open: { kind: 'trust', within: scope } }, 'replace')}
          />{' '}
          {t(label)}
        </label>
      ))}
    </fieldset>
  );
}

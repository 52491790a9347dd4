import type { AreaProfile } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { BusinessItem } from '../businesses/business-item.js';
import { MemberList } from '../businesses/member-list.js';
import { CompareButton } from '../comparison/compare-button.js';
import { DefinitionList, ExcludedList } from '../explorer/definition-list.js';
import { apiAddress, FigureSource } from '../explorer/figure-source.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { SidePanel } from '../explorer/side-panel.js';
import { Warnings } from '../explorer/warnings.js';
import { HubsInside } from '../hubs/hubs-inside.js';
import type { AreaName } from '../location-state/area-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { Sharing } from '../report/sharing.js';
import { ListInArea } from '../private-list/list-here.js';
import { formatCount, formatShare } from '../strings/figures.js';
import { AreaClusterList } from './area-clusters.js';
import { AreaFigures } from './area-figures.js';
import { AreaSectors } from './area-sectors.js';
import { AreaTrendSection } from './area-trend.js';
import { PeerList } from './peer-list.js';
import { areaAddress, areaRequest, type AreaAddress } from './use-areas.js';

interface AreaPanelProps {
  area: AreaName;
  state: LocationState;
  onClose: () => void;
}

/** One area of a layer. */
export function AreaPanel({ area, state, onClose }: AreaPanelProps) {
  const { t } = useTranslation();
  const address = areaAddress(area, state);
  const { data, error, refetch, isFetching } = useQuery(areaRequest(address));
  return (
    <SidePanel
      key={`${area.layer}:${area.code}`}
      title={data?.measures.name ?? t('areas.one')}
      subtitle={t('areas.subtitle', { code: area.code, layer: area.layer })}
      closeLabel={t('areas.close')}
      isStale={isFetching && data !== undefined}
      onClose={onClose}
    >
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <AreaContents
          profile={data}
          address={address}
          command={`analyse area ${area.code} --layer ${area.layer}`}
          state={state}
        >
          <ListInArea area={area} />
          <CompareButton area={area} state={state} />
          <AreaClusterList
            title={t('areas.clusters')}
            none={t('areas.clustersNone')}
            address={address}
            state={state}
          />
          <PeerList title={t('areas.peers')} area={area} peers={data.peers} />
        </AreaContents>
      )}
    </SidePanel>
  );
}

interface AreaContentsProps {
  profile: AreaProfile;
  address: AreaAddress;
  /** On the command line, without the selection. */
  command: string;
  state: LocationState;
  children?: ReactNode;
}

/** What is told of any area, drawn ones too; `children` stand before its businesses. */
export function AreaContents({ profile, address, command, state, children }: AreaContentsProps) {
  const { t } = useTranslation();
  const { measures, hubs, warnings, excluded, definition } = profile;
  const { matching, all, share } = measures;
  const headline = t('areas.headline', { count: matching, formatted: formatCount(matching) });
  const title = profile.layer === null ? t('areas.drawn') : measures.name;
  return (
    <>
      <p className="headline">
        <strong>{headline}</strong>
        {share !== null && matching !== all && (
          <span>
            {t('areas.headlineShare', { share: formatShare(share), all: formatCount(all) })}
          </span>
        )}
      </p>
      <Warnings warnings={warnings} />
      <AreaFigures profile={profile} selection={state.selection} />
      <AreaTrendSection address={address} />
      <AreaSectors profile={profile} address={address} state={state} />
      <HubsInside title={t('areas.hubs')} none={t('areas.hubsNone')} hubs={hubs} />
      {children}
      <MemberList
        title={t('areas.members')}
        path={`${address.path}/businesses`}
        parameters={address.parameters}
        ask={(request) => api.areaMembers(address.path, request)}
      >
        {(business) => <BusinessItem business={business} />}
      </MemberList>
      <details className="measurement">
        <summary>{t('hub.measured')}</summary>
        <ExcludedList excluded={excluded} />
        <DefinitionList definition={definition} />
        <p className="note">{t('areas.caveats')}</p>
      </details>
      <FigureSource command={command} parameters={address.parameters}>
        <a href={apiAddress(address.path, address.parameters)}>{t('clusters.asJson')}</a>
      </FigureSource>
      <Sharing title={title} figure={headline} state={state} />
    </>
  );
}

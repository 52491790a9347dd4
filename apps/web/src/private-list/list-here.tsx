import type { HubDensity } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { ProblemState } from '../explorer/request-state.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import type { AreaName } from '../location-state/area-choices.js';
import { formatCount, formatDistance } from '../strings/figures.js';
import type { Polygons } from '../map/polygons.js';
import { insideOf, withinOf } from './count-inside.js';
import { usePrivateList, type PrivateList } from './list-store.js';
import { isPlaced, type PlacedBusiness } from './listed-business.js';

const NAMED = 50;

/** How much of the reader's list lies in each ring of a profile; nothing without a list. */
export function ListInRings({ density }: { density: HubDensity }) {
  const { t } = useTranslation();
  const list = usePrivateList();
  if (!list) return null;
  const placed = list.businesses.filter(isPlaced);
  const { centre, rings } = density;
  const within = (radius: number) => placed.filter(withinOf(centre, radius));
  return (
    <Here list={list} inside={within(rings.at(-1)?.radius ?? 0)}>
      <ScrolledTable name={t('list.here')}>
        <thead>
          <tr>
            <th scope="col">{t('list.hereRadius')}</th>
            <th scope="col">{t('list.hereCount')}</th>
          </tr>
        </thead>
        <tbody>
          {rings.map(({ radius }) => (
            <tr key={radius}>
              <th scope="row">{formatDistance(radius)}</th>
              <td>{formatCount(within(radius).length)}</td>
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
    </Here>
  );
}

/** How much of it lies within an outline. */
export function ListInside({ polygons }: { polygons: Polygons }) {
  const list = usePrivateList();
  const inside = useMemo(
    () => list?.businesses.filter(isPlaced).filter(insideOf(polygons)),
    [list, polygons],
  );
  return list && inside ? <Here list={list} inside={inside} /> : null;
}

/** The zoom at which boundaries are drawn to less than a metre. */
const FINEST_ZOOM = '18';

/** How much of it lies in an area of a layer. */
export function ListInArea({ area: { layer, code } }: { area: AreaName }) {
  const list = usePrivateList();
  const query = new URLSearchParams({ zoom: FINEST_ZOOM, code }).toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['area boundaries', layer, query],
    queryFn: ({ signal }) => api.areaBoundaries(layer, { query, signal }),
    enabled: list !== null,
  });
  const geometry = data?.features[0]?.geometry;
  const polygons = useMemo(
    () => (geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates),
    [geometry],
  );
  if (list && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return polygons ? <ListInside polygons={polygons} /> : null;
}

interface HereProps {
  list: PrivateList;
  inside: readonly PlacedBusiness[];
  children?: ReactNode;
}

function Here({ list, inside, children }: HereProps) {
  const { t } = useTranslation();
  const all = list.businesses.filter(isPlaced).length;
  const rough = inside.filter(({ place }) => place.precision !== 'given').length;
  const more = inside.length - NAMED;
  return (
    <section className="list-here">
      <h3>{t('list.here')}</h3>
      <p>{t('list.hereOf', { inside: formatCount(inside.length), all: formatCount(all) })}</p>
      {children}
      {inside.length > 0 && (
        <details>
          <summary>{t('list.hereNames')}</summary>
          <ul>
            {inside.slice(0, NAMED).map(({ row, name }) => (
              <li key={row}>{name || t('list.unnamed', { row })}</li>
            ))}
          </ul>
          {more > 0 && <p>{t('list.hereMore', { count: more, formatted: formatCount(more) })}</p>}
        </details>
      )}
      {rough > 0 && (
        <p className="note">
          {t('list.hereRough', { count: rough, formatted: formatCount(rough) })}
        </p>
      )}
    </section>
  );
}

import { LatLngBounds, Popup, type LatLng, type Map as LeafletMap } from 'leaflet';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from '../map/map-context.js';
import { useMapClick } from '../map/use-map-click.js';
import { showOnMap, usePrivateList, useWantedOnMap } from '../private-list/list-store.js';
import { isPlaced } from '../private-list/listed-business.js';
import { formatCount } from '../strings/figures.js';
import { LIST_PANE, ListMarkLayer, toListSites, type ListSite } from './list-mark-layer.js';
import { readMapColours, useColourScheme } from './map-colours.js';

/** Above outlines (400), below markers (600). */
const PANE_ORDER = '450';
const SHOWN_ZOOM = 16;
/** About 100 m: the address of the page holds the middle of the map, and shall hold no business. */
const CENTRE_DECIMALS = 3;
const CLICK_PIXELS = 12;
const NAMED = 10;

/** The reader's own list on the map; the table of it reaches each business by keyboard. */
export function ListMarks() {
  const { t } = useTranslation();
  const map = useMap();
  const list = usePrivateList();
  const wanted = useWantedOnMap();
  const scheme = useColourScheme();
  const businesses = list?.businesses;
  const sites = useMemo(() => toListSites((businesses ?? []).filter(isPlaced)), [businesses]);

  useEffect(() => {
    if (sites.length === 0) return;
    const pane = map.getPane(LIST_PANE) ?? map.createPane(LIST_PANE);
    pane.style.zIndex = PANE_ORDER;
    pane.style.pointerEvents = 'none';
    const layer = new ListMarkLayer(sites, readMapColours().list).addTo(map);
    return () => {
      layer.remove();
    };
  }, [map, sites, scheme]);
  useEffect(() => () => void map.closePopup(), [map, sites]);

  const tell = (site: ListSite) => {
    const names = site.businesses.map(({ name, row }) => name || t('list.unnamed', { row }));
    const more = names.length - NAMED;
    const lines = names.slice(0, NAMED);
    if (more > 0) lines.push(t('list.hereMore', { count: more, formatted: formatCount(more) }));
    new Popup({ className: 'list-popup' })
      .setLatLng([site.latitude, site.longitude])
      .setContent(linesElement(lines))
      .openOn(map);
  };
  useMapClick(map, 'list', ({ latlng }) => {
    const site = siteAt(map, sites, latlng);
    if (site) tell(site);
    return site !== null;
  });

  const show = useEffectEvent((what: NonNullable<typeof wanted>) => {
    if (what === 'all') {
      if (sites.length > 0) {
        map.fitBounds(roundedBounds(sites), { maxZoom: SHOWN_ZOOM, animate: false });
      }
      return;
    }
    const round = (degrees: number) => Number(degrees.toFixed(CENTRE_DECIMALS));
    const { latitude, longitude } = what.place;
    map.setView([round(latitude), round(longitude)], Math.max(map.getZoom(), SHOWN_ZOOM), {
      animate: false,
    });
    const site = sites.find(({ businesses }) => businesses.includes(what));
    if (site) tell(site);
  });
  useEffect(() => {
    if (!wanted) return;
    show(wanted);
    showOnMap(null); // or it would be shown again with the next list, and after a failure
  }, [map, wanted]);
  return null;
}

/** About 100 m beyond the outermost sites at most: the middle of a single one would be itself. */
function roundedBounds(sites: readonly ListSite[]): LatLngBounds {
  const corners = sites.map(({ latitude, longitude }): [number, number] => [latitude, longitude]);
  const bounds = new LatLngBounds(corners);
  const unit = 10 ** CENTRE_DECIMALS;
  const down = (degrees: number) => Math.floor(degrees * unit) / unit;
  const up = (degrees: number) => Math.ceil(degrees * unit) / unit;
  return new LatLngBounds(
    [down(bounds.getSouth()), down(bounds.getWest())],
    [up(bounds.getNorth()), up(bounds.getEast())],
  ).pad(0.05);
}

function siteAt(map: LeafletMap, sites: readonly ListSite[], position: LatLng): ListSite | null {
  const pixels = 256 * 2 ** map.getZoom();
  const clicked = map.project(position);
  let nearest: ListSite | null = null;
  let least = CLICK_PIXELS;
  for (const site of sites) {
    const distance = Math.hypot(site.x * pixels - clicked.x, site.y * pixels - clicked.y);
    if (distance <= least) [nearest, least] = [site, distance];
  }
  return nearest;
}

/** Leaflet would take a text for HTML. */
function linesElement(lines: readonly string[]): HTMLElement {
  const element = document.createElement('ul');
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line;
    element.append(item);
  }
  return element;
}

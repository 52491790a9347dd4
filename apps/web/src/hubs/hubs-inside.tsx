import type { Cluster } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { navigate } from '../location-state/use-location-state.js';
import { isSupport } from './support-kinds.js';
import { useHubKind } from './use-hub-kind.js';
import { useHubs } from './use-hubs.js';

interface HubsInsideProps {
  title: string;
  /** What is said where there are none. */
  none: string;
  hubs: Cluster['hubs'];
}

/** The hubs within an outline or a boundary with their kinds; those that support others apart. */
export function HubsInside({ title, none, hubs }: HubsInsideProps) {
  const { t } = useTranslation();
  const known = useHubs().hubs; // an answer that was kept names hubs alone
  const kinds = new Map(known.map(({ slug, kind }) => [slug, kind]));
  const listed = hubs.map(({ slug, name }) => ({ slug, name, kind: kinds.get(slug) ?? null }));
  const support = listed.filter(({ kind }) => kind !== null && isSupport(kind));
  const others = listed.filter((hub) => !support.includes(hub));
  return (
    <>
      <section>
        <h3>{title}</h3>
        {listed.length === 0 && <p className="note">{none}</p>}
        {listed.length > 0 && others.length === 0 && (
          <p className="note">{t('hubs.supportOnly')}</p>
        )}
        <HubItems hubs={others} />
      </section>
      {support.length > 0 && (
        <section>
          <h3>{t('hubs.support')}</h3>
          <HubItems hubs={support} />
        </section>
      )}
    </>
  );
}

interface HubItemsProps {
  hubs: readonly { slug: string; name: string; kind: string | null }[];
}

function HubItems({ hubs }: HubItemsProps) {
  const nameOf = useHubKind();
  return (
    <ul>
      {hubs.map(({ slug, name, kind }) => (
        <li key={slug}>
          <button
            type="button"
            className="link-button"
            onClick={() => navigate({ open: { kind: 'hub', slug } })}
          >
            {name}
          </button>
          {kind !== null && <span className="note"> {nameOf(kind)}</span>}
        </li>
      ))}
    </ul>
  );
}

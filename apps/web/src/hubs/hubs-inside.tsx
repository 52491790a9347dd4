import type { Cluster } from '@cluster-atlas/contract';
import { navigate } from '../location-state/use-location-state.js';

interface HubsInsideProps {
  title: string;
  /** What is said where there are none. */
  none: string;
  hubs: Cluster['hubs'];
}

/** The hubs within an outline or a boundary. */
export function HubsInside({ title, none, hubs }: HubsInsideProps) {
  return (
    <section>
      <h3>{title}</h3>
      {hubs.length === 0 && <p className="note">{none}</p>}
      <ul>
        {hubs.map(({ slug, name }) => (
          <li key={slug}>
            <button
              type="button"
              className="link-button"
              onClick={() => navigate({ open: { kind: 'hub', slug } })}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

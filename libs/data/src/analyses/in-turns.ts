import type { PointStore } from '@cluster-atlas/points';
import { setImmediate } from 'node:timers/promises';

/** A register that is being imported changes twice a second. */
const MOST_ATTEMPTS = 3;

/**
 * Goes through the store in slices, so that others have their turn between them. If the store changed
 * meanwhile it begins anew, and after three attempts goes through without a pause.
 */
export async function inTurns<Result>(
  store: Pick<PointStore, 'version'>,
  begin: () => Generator<undefined, Result>,
): Promise<Result> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { version } = store;
    const turns = begin();
    while (store.version === version) {
      const turn = turns.next();
      if (turn.done) return turn.value;
      await setImmediate();
    }
  }
  const turns = begin();
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

import fc from 'fast-check';
import type { Snapshot } from './snapshot.js';
import { trackClusters } from './track-clusters.js';

interface Member {
  member: number;
  cluster: number;
  weight: number;
  x: number;
}

const CLUSTERS = 4;

const SNAPSHOT = fc.uniqueArray(
  fc.record({
    member: fc.nat(40),
    cluster: fc.integer({ min: -1, max: CLUSTERS - 1 }),
    weight: fc.integer({ min: 1, max: 3 }),
    x: fc.nat(20),
  }),
  { selector: ({ member }) => member, maxLength: 40 },
);

function toSnapshot(rows: readonly Member[], isWeighted = true): Snapshot {
  return {
    clusters: CLUSTERS,
    members: Uint32Array.from(rows, ({ member }) => member),
    clusterOf: Int32Array.from(rows, ({ cluster }) => cluster),
    weights: isWeighted ? Float64Array.from(rows, ({ weight }) => weight) : null,
    places: { xs: Float64Array.from(rows, ({ x }) => x), ys: new Float64Array(rows.length) },
  };
}

const check = <Value>(property: fc.IProperty<Value>) =>
  fc.assert(property, { seed: 1, numRuns: 300 });

it('does not depend on the order of rows', () => {
  const shuffled = SNAPSHOT.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  check(
    fc.property(
      fc.array(shuffled, { maxLength: 5 }),
      fc.constantFrom('both', 'all'),
      (rows, compared) => {
        const straight = rows.map(([given]) => toSnapshot(given));
        const mixed = rows.map(([, other]) => toSnapshot(other));

        expect(trackClusters(mixed, { compared })).toEqual(trackClusters(straight, { compared }));
      },
    ),
  );
});

it('takes a weight, the same at all dates, for as many duplicates', () => {
  check(
    fc.property(fc.array(SNAPSHOT, { maxLength: 4 }), (snapshots) => {
      const weightOf = (member: number) => 1 + (member % 3);
      const weighted = snapshots.map((rows) =>
        toSnapshot(rows.map((row) => ({ ...row, weight: weightOf(row.member) }))),
      );
      const repeated = snapshots.map((rows) =>
        toSnapshot(
          rows.flatMap((row) =>
            Array.from({ length: weightOf(row.member) }, (_, copy) => ({
              ...row,
              member: 3 * row.member + copy,
            })),
          ),
          false,
        ),
      );

      const [one, other] = [weighted, repeated].map((given) => trackClusters(given));
      expect(one!.identities).toEqual(other!.identities);
      expect(one!.steps.map(({ before, after }) => [before, after])).toEqual(
        other!.steps.map(({ before, after }) => [before, after]),
      );
    }),
  );
});

it('gives no identity twice at one date, and none to a cluster that comes from elsewhere', () => {
  check(
    fc.property(fc.array(SNAPSHOT, { minLength: 2, maxLength: 6 }), (snapshots) => {
      const { identities, steps } = trackClusters(snapshots.map((rows) => toSnapshot(rows)));

      for (const [at, own] of identities.entries()) {
        expect(new Set(own).size).toBe(own.length);
        if (at === 0) continue;
        const { after } = steps[at - 1]!;
        for (const [cluster, { kind, from, heirOf }] of after.entries()) {
          if (heirOf !== null) expect(from).toContain(heirOf);
          if (kind === 'survive') expect([own[cluster]]).toEqual([identities[at - 1]![heirOf!]]);
          if (kind === 'emerge') expect(from).toEqual([]);
        }
      }
    }),
  );
});

it('classifies by the definitions, looked up member by member', () => {
  check(
    fc.property(SNAPSHOT, SNAPSHOT, (before, after) => {
      const { steps } = trackClusters([toSnapshot(before), toSnapshot(after)]);

      const cluster = (rows: readonly Member[], number: number) =>
        rows.filter((row) => row.cluster === number);
      const weigh = (rows: readonly Member[]) => rows.reduce((sum, { weight }) => sum + weight, 0);
      const isIn = (rows: readonly Member[]) => (row: Member) =>
        rows.some(({ member }) => member === row.member);
      for (let x = 0; x < CLUSTERS; x++) {
        const alive = cluster(before, x).filter(isIn(after));
        const overlaps = Array.from({ length: CLUSTERS }, (_, y) =>
          alive.length === 0 ? 0 : weigh(alive.filter(isIn(cluster(after, y)))) / weigh(alive),
        );
        const best = Math.max(...overlaps);
        const parts = overlaps.filter((overlap) => overlap >= 0.25);
        const { kind, into, closed } = steps[0]!.before[x]!;
        const isMatched = kind === 'survive' || kind === 'absorbed';
        expect(isMatched).toBe(overlaps.filter((overlap) => overlap >= 0.5).length === 1);
        if (isMatched) expect(overlaps[into[0]!]).toBe(best);
        else
          expect(kind === 'split').toBe(parts.length > 1 && parts.reduce((a, b) => a + b) >= 0.5);
        expect(closed).toBe(weigh(cluster(before, x)) - weigh(alive));
      }
    }),
  );
});

import { closeness } from './closeness.js';
import { degrees } from './degrees.js';
import { withoutWeights } from './flow-graph.js';
import { graphOfRows } from './graph-of-rows.js';
import { hubsAndAuthorities } from './hub-authority.js';
import { reciprocity } from './reciprocity.js';
import { structuralHoles } from './structural-holes.js';
import { trophicLevels } from './trophic-levels.js';

const plain = (column: ArrayLike<number>) => Array.from(column);
const close = (found: ArrayLike<number | null>, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 10));
};

const GRAPH = graphOfRows(5, [
  ...([
    [0, 1, 2],
    [1, 2, 1],
    [2, 0, 3],
    [2, 3, 1],
    [3, 2, 2],
    [0, 3, 5],
    [4, 0, 1],
  ] as const),
]);
const NOTHING = graphOfRows(2, []);

it('counts suppliers, buyers and what flows', () => {
  const { suppliers, buyers, inflow, outflow } = degrees(GRAPH);

  expect(plain(suppliers)).toEqual([2, 1, 2, 2, 0]);
  expect(plain(buyers)).toEqual([2, 1, 2, 1, 1]);
  expect(plain(inflow)).toEqual([4, 2, 3, 6, 0]);
  expect(plain(outflow)).toEqual([7, 1, 4, 2, 1]);
});

// networkx 2.8.8: nx.closeness_centrality(g)
it('is close where few steps lead to it', () => {
  close(closeness(GRAPH), [2 / 3, 1 / 2, 4 / 7, 2 / 3, 0]);
  close(closeness(NOTHING), [0, 0]);
});

// networkx 2.8.8: nx.constraint(g, weight='weight'), nx.effective_size(g, weight='weight')
it('is constrained by partners that trade with one another', () => {
  const { constraint, effectiveSize, clustering } = structuralHoles(GRAPH);

  close(constraint, [
    ...[0.6373407661962855, 0.9207098817488428, 1.0640779900114314, 0.9148675999325349, 1],
  ]);
  close(effectiveSize, [...[3.184848484848485, 1.1333333333333333, 1.657142857142857, 1.15, 1]]);
  close(clustering, [1 / 3, 1, 2 / 3, 1, 0]); // nx.clustering(g.to_undirected())
});

// networkx 2.8.8: nx.constraint(g), nx.effective_size(g)
it('counts directions where flows have no weight', () => {
  const { constraint, effectiveSize } = structuralHoles(withoutWeights(GRAPH));

  close(constraint, [0.5941840277777777, 0.78125, 0.7074652777777777, 0.8125, 1]);
  close(effectiveSize, [3.125, 1.25, 1.875, 1.1666666666666667, 1]);
  expect(structuralHoles(NOTHING).constraint).toEqual([null, null]);
});

// networkx 2.8.8: nx.hits(g)
it('finds hubs that supply authorities', () => {
  const { hubs, authorities, hasSettled } = hubsAndAuthorities(GRAPH);

  expect(hasSettled).toBe(true);
  close(hubs, [0.7834609302052298, 0, 0.1963980240603671, 0, 0.020141045734403062]);
  close(authorities, [0.09687424903988426, 0.2491147712784391, 0, 0.6540109796816765, 0]);
  expect(plain(hubsAndAuthorities(NOTHING).hubs)).toEqual([0, 0]);
});

it('sees what flows both ways', () => {
  const { byCount, byWeight, partners } = reciprocity(GRAPH);

  expect(byCount).toBe(2 / 7);
  expect(byWeight).toBe((1 + 1) / 15); // of 2-3 and of 3-2, the smaller of 1 and 2
  expect(plain(partners)).toEqual([0, 0, 1, 1, 0]);
  expect(reciprocity(NOTHING)).toMatchObject({ byCount: null, byWeight: null });
});

// networkx 2.8.8: nx.trophic_levels(g)
it('counts steps from raw material, in circles too', () => {
  close(trophicLevels(GRAPH), [11.75, 12.75, 14, 13.125, 1]);
});

it('has no level for a circle that nobody supplies, nor for whoever it supplies', () => {
  const graph = graphOfRows(6, [
    [0, 1],
    [1, 0],
    [1, 2],
    [3, 2],
    [3, 4],
  ]);

  expect(trophicLevels(graph)).toEqual([null, null, null, 1, 2, 1]);
});

it('solves a large circle by rounds', () => {
  const ring = Array.from({ length: 400 }, (_, i) => [i, (i + 1) % 400, 1] as const);
  const levels = trophicLevels(graphOfRows(401, [...ring, [400, 0, 3]]));

  // by hand: the first is 1 + 3/4 + (first + 399)/4
  const first = (1 + 3 / 4 + 399 / 4) / (3 / 4);
  close(levels.slice(0, 3), [first, first + 1, first + 2]);
});

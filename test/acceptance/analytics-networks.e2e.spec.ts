import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, readRows, writeLines } from '../support/oracle-files.js';

type Edge = [number, number, number];

interface GraphOracle {
  directed: boolean;
  n: number;
  labels: string[];
  edges: Edge[];
  betweenness_norm: number[];
  betweenness_raw: number[];
  edge_betweenness_raw: number[];
  closeness: number[];
  'pagerank_0.85': number[];
  'pagerank_0.85_unweighted': number[];
}

interface UndirectedOracle extends GraphOracle {
  core: number[];
  clustering: number[];
  articulation: number[];
  bridges: [number, number][];
  burt_constraint: number[];
  effective_size: number[];
  leiden_best200_unweighted: { modularity: number; membership: number[] };
  leiden_best200_weighted: { modularity: number; membership: number[] };
  optimal_modularity_unweighted: number;
  'leiden_CPM_0.05': { quality: number; n: number };
  modularity_of_fixed_mod3: { membership: number[]; Q: number };
}

interface SupplyOracle extends GraphOracle {
  reciprocity: number;
  igraph_reciprocity: number;
  coreness_all: number[];
  coreness_in: number[];
  coreness_out: number[];
  trophic_levels: number[];
  hits: [number[], number[]];
  weakly_cc: number;
  strongly_cc: number;
}

interface Oracles {
  karate: UndirectedOracle;
  florentine: UndirectedOracle;
  supply12: SupplyOracle;
}

interface NetworkReport {
  nodes: number;
  arcs: number;
  modularity: number;
  cpm: number;
  communities: number;
  partitionQuality: number;
  reciprocity: number;
  components: number;
  strongComponents: number;
  articulationPoints: string[];
  bridges: [string, string][];
}

const { karate, florentine, supply12 } = readJson<Oracles>('graph/graph_oracles.json');
const UNDIRECTED = ['--directed', 'false'];
const INVERSE = ['--distance', 'inverse-weight'];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-networks-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['the karate club', karate],
  ['the Florentine families', florentine],
])('%s', (_, oracle) => {
  it('has the centralities, cores and holes that networkx found', async () => {
    const { report, column, edges } = await network(oracle, [
      ...['--measures', 'betweenness,closeness,pagerank,k-core,structural-holes,articulation'],
      ...UNDIRECTED,
    ]);

    expect(report).toMatchObject({ nodes: oracle.n, arcs: oracle.edges.length });
    close(column('betweenness'), oracle.betweenness_norm);
    close(column('betweenness_raw'), oracle.betweenness_raw);
    close(edges, oracle.edge_betweenness_raw);
    close(column('closeness'), oracle.closeness);
    close(column('pagerank'), oracle['pagerank_0.85_unweighted']);
    expect(column('core')).toEqual(oracle.core);
    close(column('clustering'), oracle.clustering);
    close(column('effective_size'), oracle.effective_size);
    const named = (node: number) => oracle.labels[node]!;
    const sorted = <Value>(values: readonly Value[]) => [...values].map(String).sort();
    expect(sorted(report.articulationPoints)).toEqual(sorted(oracle.articulation.map(named)));
    const pairs = (list: readonly (readonly string[])[]) =>
      sorted(list.map((pair) => sorted(pair)));
    expect(pairs(report.bridges)).toEqual(pairs(oracle.bridges.map((pair) => pair.map(named))));
  });

  it('has the page rank and the constraint by weight that networkx found', async () => {
    const { column } = await network(oracle, [
      ...['--measures', 'pagerank,structural-holes', '--weight', 'weight', ...UNDIRECTED],
    ]);

    close(column('pagerank'), oracle['pagerank_0.85']);
    close(column('constraint'), oracle.burt_constraint);
  });

  it('has the best communities that there are', async () => {
    const options = ['--measures', 'communities', ...UNDIRECTED];

    const { report } = await network(oracle, options);
    const byWeight = await network(oracle, [...options, '--weight', 'weight']);

    expect(report.modularity).toBeCloseTo(oracle.optimal_modularity_unweighted, 9);
    expect(report.modularity).toBeCloseTo(oracle.leiden_best200_unweighted.modularity, 9);
    expect(byWeight.report.modularity).toBeCloseTo(oracle.leiden_best200_weighted.modularity, 9);
  });

  it('has the communities of the constant Potts model that leidenalg found', async () => {
    const { report } = await network(oracle, [
      ...['--measures', 'communities', '--quality', 'cpm', '--resolution', '0.05', ...UNDIRECTED],
    ]);

    expect(report.cpm).toBeCloseTo(oracle['leiden_CPM_0.05'].quality, 9);
    expect(report.communities).toBe(oracle['leiden_CPM_0.05'].n);
  });

  it('has the modularity of given communities that networkx found', async () => {
    const { membership, Q: expected } = oracle.modularity_of_fixed_mod3;
    const best = oracle.leiden_best200_weighted;

    const judge = async (communities: readonly number[], options: readonly string[]) => {
      const rows = communities.map((community, node) => `${oracle.labels[node]},${community}`);
      const nodes = writeLines(folder, 'nodes.csv', ['node,community', ...rows]);
      const { report } = await network(oracle, [
        ...['--measures', 'degree', '--nodes', nodes, '--partition', 'community'],
        ...UNDIRECTED,
        ...options,
      ]);
      return report.partitionQuality;
    };

    expect(await judge(membership, [])).toBeCloseTo(expected, 9);
    expect(await judge(best.membership, ['--weight', 'weight'])).toBeCloseTo(best.modularity, 9);
  });
});

describe('a supply network of twelve firms', () => {
  it('has what networkx and igraph found', async () => {
    const { report, column, edges } = await network(supply12, [
      ...[
        '--measures',
        'betweenness,closeness,pagerank,k-core,reciprocity,components,trophic,hits',
      ],
      ...['--weight', 'weight'],
    ]);

    close(column('betweenness'), supply12.betweenness_norm);
    close(column('betweenness_raw'), supply12.betweenness_raw);
    close(edges, supply12.edge_betweenness_raw);
    close(column('closeness'), supply12.closeness);
    close(column('pagerank'), supply12['pagerank_0.85']);
    expect(column('core')).toEqual(supply12.coreness_all);
    expect(column('core_in')).toEqual(supply12.coreness_in);
    expect(column('core_out')).toEqual(supply12.coreness_out);
    close(column('trophic_level'), supply12.trophic_levels);
    close(column('hub'), supply12.hits[0]);
    close(column('authority'), supply12.hits[1]);
    expect(report.reciprocity).toBeCloseTo(supply12.reciprocity, 12);
    expect(report.reciprocity).toBeCloseTo(supply12.igraph_reciprocity, 12);
    expect(report.components).toBe(supply12.weakly_cc);
    expect(report.strongComponents).toBe(supply12.strongly_cc);
  });

  it('has the page rank without weights that networkx found', async () => {
    const { column } = await network(supply12, ['--measures', 'pagerank']);

    close(column('pagerank'), supply12['pagerank_0.85_unweighted']);
  });
});

it('finds the same communities and centralities however rows are ordered', async () => {
  const options = ['--weight', 'weight', '--measures', 'betweenness,pagerank,communities'];
  const straight = await network(karate, options);
  const edges = karate.edges.map((_, i) => karate.edges[(i * 35) % karate.edges.length]!);

  const shuffled = await network({ ...karate, edges }, options);

  expect(shuffled.report.modularity).toBe(straight.report.modularity);
  for (const name of ['betweenness', 'pagerank', 'community']) {
    expect(shuffled.column(name)).toEqual(straight.column(name));
  }
});

describe('sectors', () => {
  const { upstreamness: table } = readJson<{
    upstreamness: { Z: number[][]; F: number[]; Y: number[]; U: number[]; D: number[] };
  }>('definitions/definitions.json');
  const sectors = table.Y.map((_, sector) => `s${sector}`);
  const flows = table.Z.flatMap((row, seller) =>
    row.map((value, buyer) => `${sectors[seller]},${sectors[buyer]},${value}`),
  );
  const final = table.F.map((value, sector) => `${sectors[sector]},households,${value}`);

  it('have the places that exact fractions give, by outputs or by final uses', async () => {
    const use = writeLines(folder, 'use.csv', ['source,target,value', ...flows]);
    const all = writeLines(folder, 'all.csv', ['source,target,value', ...flows, ...final]);
    const outputs = table.Y.map((output, sector) => `${sectors[sector]},${output}`);
    const totals = writeLines(folder, 'totals.csv', ['sector,output', ...outputs]);

    for (const options of [
      ['--input', use, '--sectors', totals],
      ['--input', all, '--final', 'households'],
    ]) {
      const column = await run('upstreamness', options);

      close(column('upstreamness'), table.U);
      close(column('downstreamness'), table.D);
      close(column('output'), table.Y);
    }
  });

  it('have multipliers that are the same places, since all else is final use and primary input', async () => {
    const all = writeLines(folder, 'all.csv', ['source,target,value', ...flows, ...final]);
    const column = await run('leontief', ['--input', all, '--final', 'households']);

    close(column('output_multiplier'), table.D);
    close(column('input_multiplier'), table.U);
  });

  it('need all their output for all final use, and lose what a loss of demand takes', async () => {
    const all = writeLines(folder, 'all.csv', ['source,target,value', ...flows, ...final]);
    const rows = table.F.map((value, sector) => `${sectors[sector]},${-value}`);
    const changes = writeLines(folder, 'changes.csv', ['sector,change', ...rows]);

    const column = await run('shock', [
      '--input',
      all,
      '--final',
      'households',
      '--changes',
      changes,
    ]);

    close(
      column('output_change'),
      table.Y.map((output) => -output),
    );
  });
});

describe('five firms in two regions', () => {
  // 0 and 1 supply 2, which supplies 3 and 4; 5 supplies 4
  const flows = ['f0,f2,3', 'f1,f2,1', 'f2,f3,8', 'f2,f4,1', 'f5,f4,1'];
  const firms = ['f0,ore,north', 'f1,ore,south', 'f2,steel,north', 'f3,cars,south'];
  const files = () => ({
    input: writeLines(folder, 'trade.csv', ['source,target,value', ...flows]),
    nodes: writeLines(folder, 'firms.csv', [
      'node,makes,region',
      ...firms,
      ...['f4,cars,south', 'f5,paint,south'],
    ]),
  });

  it('are traced to a buyer by their shares, worked out by hand', async () => {
    const { input } = files();
    const column = await run('tiers', ['--input', input, '--weight', 'value', '--focal', 'f4']);

    expect(column('tier')).toEqual([2, 1, 2, 0, 0, 1]); // f0 f2 f1 f3 f4 f5; f3 has none: empty
    close(column('share'), [3 / 8, 1 / 2, 1 / 8, 0, 0, 1 / 2]);
  });

  it('stop others when they stop, worked out by hand', async () => {
    const { input, nodes } = files();
    const options = ['--input', input, '--weight', 'value', '--nodes', nodes, '--sector', 'makes'];

    const column = await run('systemic-risk', [...options, '--stop', 'f0']);

    // f2 is left with a quarter of its ore, and so are those that need its steel
    close(column('level'), [0, 1 / 4, 1, 1 / 4, 1 / 4, 1]);
    const risks = (await run('systemic-risk', options))('systemic_risk');
    expect(risks[0]).toBeCloseTo((3 + 9 * (3 / 4)) / 14, 9);
  });

  it('keep spending in their region, worked out by hand', async () => {
    const { input, nodes } = files();

    const column = await run('retention', [
      ...['--input', input, '--weight', 'value', '--nodes', nodes, '--region', 'region'],
    ]);

    close(column('retention').slice(1, 2), [3 / 4]);
    close(column('lm3').slice(3, 5), [1, 1 + 1 / 2]);
  });

  it('cover part of a region’s inputs, worked out by hand', async () => {
    const lines = ['sector,region,nation', 'a,10,200', 'b,30,200'];
    const input = writeLines(folder, 'jobs.csv', lines);

    const column = await run('flq', ['--input', input]);

    const scale = Math.log2(1.1) ** 0.3;
    close(column('flq'), [0.5 * scale, (0.5 / 1.5) * scale, 1, 1.5 * scale]);
  });
});

it.each([
  ['lengths by weights without weights', ['a,b', '1,2'], INVERSE, 2, /needs --weight/],
  ['a column that is not there', ['a,b', '1,2'], ['--weight', 'w'], 1, /no column “w”/],
  ['a negative flow', ['a,b,w', '1,2,-1'], ['--weight', 'w'], 1, /w -1 is negative/],
  ['an empty name', ['a,b', '1,'], [], 1, /column b is empty/],
  ['a sector without a file of nodes', ['a,b', '1,2'], ['--sector', 's'], 2, /file of --nodes/],
])('refuses %s with a reason', async (_, lines, options, code, reason) => {
  const input = writeLines(folder, 'bad.csv', lines);

  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'network', '--input', input, '--source', 'a', '--target', 'b', ...options],
  );

  expect(exitCode).toBe(code);
  expect(stderr).toMatch(reason);
});

it('takes a fall of stocks as a negative final use, but no negative flow between sectors', async () => {
  const flows = ['coal,steel,12', 'coal,homes,20', 'coal,stocks,-2', 'steel,homes,50'];
  const input = writeLines(folder, 'stocks.csv', ['source,target,value', ...flows]);

  const column = await run('upstreamness', ['--input', input, '--final', 'homes,stocks']);
  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'upstreamness', '--input', input, '--final', 'homes'],
  );

  close(column('output'), [30, 50]);
  close(column('upstreamness'), [1 + 12 / 30, 1]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/row 3: the flow -2 is negative/);
});

it('names the sectors of a table that is not productive', async () => {
  const flows = ['coal,steel,12', 'steel,coal,1'];
  const input = writeLines(folder, 'bad.csv', ['source,target,value', ...flows]);
  const totals = ['sector,output', 'coal,10', 'steel,50'];
  const sectors = writeLines(folder, 'bad-totals.csv', totals);

  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'upstreamness', '--input', input, '--sectors', sectors],
  );

  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/1 sectors sell to sectors all they produce or more: coal/);
});

interface NetworkRun {
  report: NetworkReport;
  /** In the order of the oracle's nodes. */
  column: (name: string) => number[];
  /** Betweenness, in the order of the oracle's edges. */
  edges: number[];
}

async function network(oracle: GraphOracle, options: readonly string[]): Promise<NetworkRun> {
  const name = (node: number) => oracle.labels[node]!;
  const input = writeLines(folder, 'edges.csv', [
    'source,target,weight',
    ...oracle.edges.map(([a, b, weight]) => `${name(a)},${name(b)},${weight}`),
  ]);
  const [out, edgesOut] = [join(folder, 'out.csv'), join(folder, 'edges-out.csv')];
  const { result, exitCode } = await atlas<NetworkReport>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'network', '--input', input, '--out', out, '--edges-out', edgesOut, ...options],
  );
  expect(exitCode).toBe(0);
  const rows = readRows(out);
  const order = [...new Set(oracle.edges.flatMap(([a, b]) => [name(a), name(b)]))];
  expect(rows.map((row) => row['node'])).toEqual(order);
  const byNode = new Map(rows.map((row) => [row['node']!, row]));
  const byEdge = new Map(
    readRows(edgesOut).flatMap((row) => {
      const score = Number(row['betweenness_raw']);
      const forwards = [`${row['source']},${row['target']}`, score] as const;
      const backwards = [`${row['target']},${row['source']}`, score] as const;
      return oracle.directed ? [forwards] : [forwards, backwards];
    }),
  );
  return {
    report: result,
    column: (column) => oracle.labels.map((label) => Number(byNode.get(label)![column])),
    edges: oracle.edges.map(([a, b]) => byEdge.get(`${name(a)},${name(b)}`)!),
  };
}

/** Runs a measure of sectors. */
async function run(measure: string, options: readonly string[]) {
  const out = join(folder, `${measure}.csv`);
  const { exitCode } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', measure, '--out', out, ...options],
  );
  expect(exitCode).toBe(0);
  const rows = readRows(out);
  return (name: string) => rows.map((row) => Number(row[name]));
}

function close(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(found[i]! - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  });
}

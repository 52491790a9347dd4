import type { FlowGraph } from '../networks/flow-graph.js';

export interface CascadeOptions {
  /** n kinds of product, from 0: what a firm supplies. Null: each firm makes something of its own. */
  kinds: Int32Array | null;
  /**
   * Kinds x kinds, the kind supplied by row and that of the buyer by column: 1 if the buyer cannot
   * produce without. Null: all are essential.
   */
  essential: Uint8Array | null;
}

/** Changes of production levels below are none. */
const SETTLED = 1e-12;
const MOST_ROUNDS = 10_000;

/**
 * What the failure of each firm costs: the share of all sales between firms that is lost when it
 * stops, after shortages have gone downstream and missing orders upstream until nothing changes.
 *
 * A firm produces at the smallest of its levels of essential inputs; other inputs cost their share
 * of all inputs. A missing supplier matters less the more of its product others still make. What
 * lacks downstream and what lacks upstream spread apart, and the worse of both is the firm's level.
 * Losses only grow from round to round, so that they settle.
 *
 * Cost: firms times arcs times rounds; every firm is computed alone, so that parts can be shared out.
 *
 * Source: Diem, Borsos, Reisch, Kertesz and Thurner (2022), Quantifying firm-level economic systemic
 * risk from nation-wide supply networks, Scientific Reports 12:7719.
 *
 * @param range the firms, from `from` up to, without, `to`; default all
 * @returns for each firm of the range a share from 0 to 1; null without any flow
 */
export function systemicRisk(
  graph: FlowGraph,
  options: CascadeOptions,
  { from, to }: { from: number; to: number } = { from: 0, to: graph.nodes },
): (number | null)[] {
  const cascade = new Cascade(graph, options);
  const risks: (number | null)[] = [];
  const levels = new Float64Array(graph.nodes).fill(1);
  for (let firm = from; firm < to; firm++) {
    levels[firm] = 0;
    risks.push(cascade.lossOf(cascade.levelsAfter(levels)));
    levels[firm] = 1;
  }
  return risks;
}

/**
 * The production level of every firm after a shock has gone down- and upstream.
 *
 * @param levels n, from 0 (stopped) to 1 (undisturbed): what the shock leaves at first
 * @returns n levels, and the share of all sales between firms that is lost
 * @throws {RangeError} if a level is not from 0 to 1, or a kind is not below the number of kinds
 */
export function cascade(
  graph: FlowGraph,
  levels: Float64Array,
  options: CascadeOptions,
): { levels: Float64Array; loss: number | null } {
  const bad = levels.find((level) => !(level >= 0 && level <= 1));
  if (bad !== undefined) throw new RangeError(`the level ${bad} is not from 0 to 1`);
  const model = new Cascade(graph, options);
  const after = model.levelsAfter(levels);
  return { levels: after, loss: model.lossOf(after) };
}

class Cascade {
  private readonly sales: Float64Array;
  private readonly total: number;
  private readonly kinds: Int32Array;
  private readonly kindCount: number;
  /** By place in the graph's `in`, an arc's share of the buyer's inputs of its kind, or of all. */
  private readonly shares: Float64Array;
  private readonly isEssential: Uint8Array;

  constructor(
    private readonly graph: FlowGraph,
    options: CascadeOptions,
  ) {
    const { nodes: n, out, in: incoming } = graph;
    this.kinds = options.kinds ?? Int32Array.from({ length: n }, (_, firm) => firm);
    if (this.kinds.length !== n) throw new RangeError(`${this.kinds.length} kinds of ${n} firms`);
    this.kindCount = this.kinds.reduce((most, kind) => Math.max(most, kind + 1), 0);
    const size = this.kindCount ** 2;
    if (options.essential && options.essential.length !== size) {
      throw new RangeError(`${options.essential.length} pairs of kinds, not ${size}`);
    }
    this.sales = Float64Array.from({ length: n }, (_, firm) =>
      out.weights.subarray(out.starts[firm], out.starts[firm + 1]).reduce((a, b) => a + b, 0),
    );
    this.total = this.sales.reduce((sum, next) => sum + next, 0);
    this.shares = new Float64Array(incoming.nodes.length);
    this.isEssential = new Uint8Array(incoming.nodes.length);
    const sums = new Float64Array(this.kindCount);
    for (let firm = 0; firm < n; firm++) this.shareInputs(firm, sums, options.essential);
  }

  lossOf(levels: Float64Array): number | null {
    if (this.total === 0) return null;
    const lost = this.sales.reduce((sum, sold, firm) => sum + sold * (1 - levels[firm]!), 0);
    return lost / this.total;
  }

  levelsAfter(shock: Float64Array): Float64Array {
    let down: Float64Array = shock.slice();
    let up: Float64Array = shock.slice();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const nextDown = this.downstream(down, shock);
      const nextUp = this.upstream(up, shock);
      let change = 0;
      for (let firm = 0; firm < shock.length; firm++) {
        change = Math.max(change, down[firm]! - nextDown[firm]!, up[firm]! - nextUp[firm]!);
      }
      down = nextDown;
      up = nextUp;
      if (change < SETTLED) break;
    }
    return down.map((level, firm) => Math.min(level, up[firm]!));
  }

  private shareInputs(firm: number, sums: Float64Array, essential: Uint8Array | null): void {
    const { starts, nodes, weights } = this.graph.in;
    const [from, to] = [starts[firm]!, starts[firm + 1]!];
    let all = 0;
    for (let arc = from; arc < to; arc++) {
      sums[this.kinds[nodes[arc]!]!]! += weights[arc]!;
      all += weights[arc]!;
    }
    for (let arc = from; arc < to; arc++) {
      const kind = this.kinds[nodes[arc]!]!;
      const isEssential = essential?.[kind * this.kindCount + this.kinds[firm]!] ?? 1;
      this.isEssential[arc] = isEssential;
      this.shares[arc] = weights[arc]! / (isEssential ? sums[kind]! : all);
    }
    for (let arc = from; arc < to; arc++) sums[this.kinds[nodes[arc]!]!] = 0;
  }

  /** What lacking inputs leave. */
  private downstream(levels: Float64Array, shock: Float64Array): Float64Array {
    const { starts, nodes } = this.graph.in;
    const { kinds, sales } = this;
    const remaining = new Float64Array(this.kindCount);
    levels.forEach((level, firm) => (remaining[kinds[firm]!]! += sales[firm]! * level));
    const missing = levels.map((level, firm) => {
      const others = remaining[kinds[firm]!]!;
      return (others > sales[firm]! ? sales[firm]! / others : 1) * (1 - level);
    });
    const lacks = new Float64Array(this.kindCount);
    return shock.map((level, firm) => {
      let least = level;
      let optional = 0;
      for (let arc = starts[firm]!; arc < starts[firm + 1]!; arc++) {
        const lack = this.shares[arc]! * missing[nodes[arc]!]!;
        if (!this.isEssential[arc]) optional += lack;
        else least = Math.min(least, 1 - (lacks[kinds[nodes[arc]!]!]! += lack));
      }
      for (let arc = starts[firm]!; arc < starts[firm + 1]!; arc++) {
        lacks[kinds[nodes[arc]!]!] = 0;
      }
      return Math.max(0, Math.min(least, 1 - optional));
    });
  }

  /** What lacking orders leave; a firm without buyers sells to others than firms. */
  private upstream(levels: Float64Array, shock: Float64Array): Float64Array {
    const { starts, nodes, weights } = this.graph.out;
    return shock.map((level, firm) => {
      if (this.sales[firm] === 0) return level;
      let sold = 0;
      for (let arc = starts[firm]!; arc < starts[firm + 1]!; arc++) {
        sold += weights[arc]! * levels[nodes[arc]!]!;
      }
      return Math.min(level, sold / this.sales[firm]!);
    });
  }
}

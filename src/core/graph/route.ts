/**
 * One journey, street by street, so that a planner who knows the place can believe the number.
 *
 * Its seconds and metres are those of `timesToPlace` for the same two places; where several ways are equally fast and
 * equally long, it is one of them.
 */
import type {Job} from '../job.ts';
import {isBetter, pocket, streetsTo} from './last-legs.ts';
import type {ModeGraph} from './mode-graph.ts';
import {Queue} from './queue.ts';
import {type LinePoint, lineOf, type RouteStep, stepsOf} from './route-line.ts';
import {NO_STREET, type Rows} from './rows.ts';
import {alongOneStreet, type Stretch} from './same-street.ts';
import {UNSEEN} from './search.ts';
import type {Snap, SnapEntry} from './snap.ts';
import {wholeSeconds} from './times-to-place.ts';

export interface Route {
  line: LinePoint[];
  seconds: number;
  metres: number;
  steps: RouteStep[];
}

export function* routeBetween(graph: ModeGraph, from: Snap, to: Snap): Job<Route | undefined> {
  if (from.reason !== 'snapped' || to.reason !== 'snapped') return undefined;
  const best = new BestWay();
  const along = alongOneStreet(graph, from, to);
  if (along !== undefined) best.offer(along.deciseconds, along.decimetres, () => [along]);
  throughPocket(graph, from, to, best);
  yield* throughCore(graph, from, to, best);
  const stretches = best.stretches?.();
  if (stretches === undefined) return undefined;
  return {
    line: lineOf(graph, from, to, stretches),
    steps: stepsOf(graph, from, to, stretches),
    seconds: wholeSeconds(best.deciseconds * graph.timeFactor + from.accessDeciseconds + to.accessDeciseconds),
    metres: Math.floor((best.decimetres + from.accessDecimetres + to.accessDecimetres + 5) / 10),
  };
}

class BestWay {
  deciseconds = UNSEEN;
  decimetres = 0;
  /** Built only for the way that is taken. */
  stretches: (() => Stretch[]) | undefined;

  offer(deciseconds: number, decimetres: number, stretches: () => Stretch[]): void {
    if (!isBetter(deciseconds, decimetres, this.deciseconds, this.decimetres)) return;
    this.deciseconds = deciseconds;
    this.decimetres = decimetres;
    this.stretches = stretches;
  }
}

/** Both places on the same private streets, without a public one between. */
function throughPocket(graph: ModeGraph, from: Snap, to: Snap, best: BestWay): void {
  const out = pocket(graph.lastLeg, graph.coreNodes, from.leaveLastLeg);
  const into = pocket(graph.lastLegReverse, graph.coreNodes, to.arriveLastLeg);
  for (const there of out.values()) {
    const onward = into.get(there.node);
    if (onward === undefined) continue;
    best.offer(there.deciseconds + onward.deciseconds, there.decimetres + onward.decimetres, () => {
      const via = [...streetsTo(there), ...streetsTo(onward).reverse()];
      return chain(
        graph,
        [firstStretch(graph, there.start)],
        via,
        there.deciseconds + onward.deciseconds,
        onward.start,
      );
    });
  }
}

function* throughCore(graph: ModeGraph, from: Snap, to: Snap, best: BestWay): Job<void> {
  const {core} = graph;
  const ds = new Uint32Array(graph.coreNodes).fill(UNSEEN);
  const dm = new Uint32Array(graph.coreNodes);
  /** The row of the core by which a node was reached; -1 at the start. */
  const reachedBy = new Int32Array(graph.coreNodes).fill(-1);
  const startOf = new Map<number, SnapEntry>();
  const queue = new Queue();
  for (const entry of from.leave) {
    const {node, deciseconds, decimetres} = entry;
    if (!isBetter(deciseconds, decimetres, ds[node]!, dm[node]!)) continue;
    ds[node] = deciseconds;
    dm[node] = decimetres;
    startOf.set(node, entry);
    queue.push(deciseconds, node);
  }
  const arrivals = new Map<number, SnapEntry[]>();
  for (const entry of to.arrive) arrivals.set(entry.node, [...(arrivals.get(entry.node) ?? []), entry]);
  let settled = 0;
  while (queue.length > 0) {
    const node = queue.take();
    if (queue.key !== ds[node]) continue;
    if (queue.key > best.deciseconds) break;
    if (++settled % 20_000 === 0) yield {done: settled, of: graph.coreNodes, doing: 'Finding the way'};
    for (const arrival of arrivals.get(node) ?? []) {
      const total = ds[node]! + arrival.deciseconds;
      best.offer(total, dm[node]! + arrival.decimetres, () =>
        walkBack(graph, node, reachedBy, startOf, arrival, total),
      );
    }
    for (let i = core.first[node]!; i < core.first[node + 1]!; i++) {
      const head = core.node[i]!;
      const headDs = ds[node]! + core.deciseconds[i]!;
      const headDm = dm[node]! + core.decimetres[i]!;
      if (!isBetter(headDs, headDm, ds[head]!, dm[head]!)) continue;
      ds[head] = headDs;
      dm[head] = headDm;
      reachedBy[head] = i;
      startOf.delete(head);
      queue.push(headDs, head);
    }
  }
}

/** The streets from the start to an arrival. */
function walkBack(
  graph: ModeGraph,
  at: number,
  reachedBy: Int32Array,
  startOf: ReadonlyMap<number, SnapEntry>,
  arrival: SnapEntry,
  total: number,
): Stretch[] {
  const {core} = graph;
  const streets: Stretch[] = [];
  let node = at;
  while (!startOf.has(node)) {
    const row = reachedBy[node]!;
    streets.push(whole(core.arc[row]!, core.deciseconds[row]!, core.decimetres[row]!));
    node = nodeOfRow(core, row);
  }
  const start = startOf.get(node)!;
  const beginning = [firstStretch(graph, start), ...viaStretches(graph, start), ...streets.reverse()];
  return chain(graph, beginning, arrival.via, total, arrival);
}

/** The node that a row belongs to, found by halving. */
function nodeOfRow({first}: Rows, row: number): number {
  let low = 0;
  let high = first.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (first[middle]! <= row) low = middle;
    else high = middle;
  }
  return low;
}

function whole(arc: number, deciseconds: number, decimetres: number): Stretch {
  return {arc, from: arc & 1, to: 1 - (arc & 1), deciseconds, decimetres};
}

function plain(graph: ModeGraph, arc: number): Stretch {
  return whole(arc, graph.arcDeciseconds[arc]!, graph.network.edgeDecimetres[arc >> 1]!);
}

function firstStretch(graph: ModeGraph, {arc, fraction}: SnapEntry): Stretch {
  const end = 1 - (arc & 1);
  const share = Math.abs(end - fraction);
  return {
    arc,
    from: fraction,
    to: end,
    deciseconds: Math.round(share * graph.arcDeciseconds[arc]!),
    decimetres: Math.round(share * graph.network.edgeDecimetres[arc >> 1]!),
  };
}

/** Private streets, without their turns: what those cost is small, and goes to the last stretch of all. */
function viaStretches(graph: ModeGraph, {via}: SnapEntry): Stretch[] {
  return via.filter((arc) => arc !== NO_STREET).map((arc) => plain(graph, arc));
}

/** A beginning, private streets, and the part of the last street; the last takes what is left of the total. */
function chain(
  graph: ModeGraph,
  beginning: readonly Stretch[],
  via: readonly number[],
  total: number,
  end: SnapEntry,
): Stretch[] {
  const before = [...beginning, ...via.filter((arc) => arc !== NO_STREET).map((arc) => plain(graph, arc))];
  const spent = before.reduce((sum, {deciseconds}) => sum + deciseconds, 0);
  const start = end.arc & 1;
  const decimetres = Math.round(Math.abs(end.fraction - start) * graph.network.edgeDecimetres[end.arc >> 1]!);
  return [...before, {arc: end.arc, from: start, to: end.fraction, deciseconds: total - spent, decimetres}];
}

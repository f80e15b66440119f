/** One graph: the hierarchy against the plain search and the peers that search the same graph, node to node. */
import {type Hierarchy, prepareHierarchy} from '../../graph/hierarchy/hierarchy.ts';
import {give, passOver, plainPass} from '../../graph/hierarchy/pass.ts';
import {LANES} from '../../graph/hierarchy/sweep.ts';
import {decisecondsOf, NO_WAY} from '../../graph/hierarchy/weight.ts';
import {drain} from '../../job.ts';
import {chosen, everyNode, fastMatrix, plainMatrix, withoutWalks} from './node-times.ts';
import {MATRIX_PEERS} from './peers.ts';
import {hasRoutingKit, routingKitMatrix} from './routingkit.ts';
import {type Both, random} from './streets-of.ts';

export interface Measured {
  name: string;
  nodes: number;
  arcs: number;
  shortcuts: number;
  compared: number;
  differ: number;
  prepareMs: number;
  plainMs: number;
  selectMs: number;
  fastMs: number;
  twinMs: number;
  /** One end, to as many starts as England has areas. */
  englandMs: number | undefined;
  /** Of one end, by the name of the peer; those that are not here, or would take minutes, are not in it. */
  peerMs: Record<string, number>;
  routingKit: {prepareMs: number; matrixMs: number; shortcuts: number} | undefined;
  everywhereMs: number;
  readMs: number;
  bytes: number;
}

const STARTS = 2000;
const ENDS = 100;
/** Ends that the slow engines are asked for; their times are for one. */
const ASKED = 10;
const ROUTINGKIT_NO_WAY = 2_147_483_647;

export function measureGraph(name: string, {rows, reverse}: Both): Measured {
  const nodes = rows.first.length - 1;
  const next = random(77);
  const starts = Array.from({length: STARTS}, () => Math.floor(next() * nodes));
  const ends = Array.from({length: ENDS}, () => Math.floor(next() * nodes));
  const asked = ends.slice(0, ASKED);
  const prepared = timed(() => drain(prepareHierarchy(rows)));
  const hierarchy = prepared.value;
  const {value: fast, ms: selectMs} = timed(() => chosen(hierarchy, starts));
  const twin = chosen(hierarchy, starts, plainPass);
  const few = fastMatrix(hierarchy, fast, asked);
  const plain = timed(() => plainMatrix(reverse, starts, asked));
  let differ = differences(few, plain.value) + differences(few, fastMatrix(hierarchy, twin, asked));
  let compared = 2 * few.length;
  const peerMs: Record<string, number> = {};
  for (const peer of MATRIX_PEERS) {
    if (nodes > peer.mostNodes || !peer.isHere()) continue;
    const {seconds, matrix} = peer.matrix(reverse, starts, asked);
    differ += differences(few, matrix);
    compared += few.length;
    peerMs[peer.name] = (seconds * 1000) / ASKED;
  }
  let routingKit: Measured['routingKit'];
  if (hasRoutingKit()) {
    const other = routingKitMatrix(reverse, starts, ends);
    const all = fastMatrix(hierarchy, fast, ends);
    for (let i = 0; i < all.length; i++) {
      if (other.deciseconds[i] !== (all[i] === NO_WAY ? ROUTINGKIT_NO_WAY : decisecondsOf(all[i]!))) differ++;
    }
    compared += all.length;
    const {prepareSeconds, seconds, arcs} = other;
    routingKit = {prepareMs: prepareSeconds * 1000, matrixMs: seconds * 1000, shortcuts: arcs - rows.node.length};
  }
  const fastMs = best(5, () => fastMatrix(hierarchy, fast, ends));
  return {
    name,
    nodes,
    arcs: rows.node.length,
    shortcuts: hierarchy.up.higher.length + hierarchy.down.higher.length - rows.node.length,
    compared,
    differ,
    prepareMs: prepared.ms,
    plainMs: plain.ms / ASKED,
    selectMs,
    fastMs,
    twinMs: best(3, () => fastMatrix(hierarchy, twin, ends)),
    englandMs: nodes < 1_000_000 ? undefined : likeEngland(hierarchy, ends),
    peerMs,
    routingKit,
    ...everywhere(hierarchy),
    bytes: bytesOf(hierarchy),
  };
}

function likeEngland(hierarchy: Hierarchy, ends: readonly number[]): number {
  const next = random(33_755);
  const starts = Array.from({length: 33_755}, () => Math.floor(next() * hierarchy.nodes));
  const england = chosen(hierarchy, starts);
  return best(2, () => fastMatrix(hierarchy, england, ends)) / ends.length;
}

function everywhere(hierarchy: Hierarchy): {everywhereMs: number; readMs: number} {
  const everyone = passOver(everyNode(hierarchy), withoutWalks(0));
  const {labels} = everyone;
  const pass = best(3, () => {
    for (let lane = 0; lane < LANES; lane++) give(everyone, 0, lane, 0);
    everyone.sweep(0, hierarchy.nodes);
  });
  const {first, higher, weight} = hierarchy.up;
  const read = best(3, () => {
    let sum = 0;
    for (let i = 0; i < first.length; i++) sum = (sum + first[i]!) | 0;
    for (let i = 0; i < higher.length; i++) sum = (sum + higher[i]!) | 0;
    let weights = 0;
    for (let i = 0; i < weight.length; i++) weights += weight[i]!;
    for (let i = 0; i < labels.length; i++) weights += labels[i]!;
    return sum + weights;
  });
  return {everywhereMs: pass / LANES, readMs: read / LANES};
}

function bytesOf({placeOf, up, down}: Hierarchy): number {
  const ascent = ({first, higher, weight}: typeof up) => first.byteLength + higher.byteLength + weight.byteLength;
  return placeOf.byteLength + ascent(up) + ascent(down);
}

function differences(one: Float64Array, other: Float64Array): number {
  if (one.length !== other.length) throw new Error(`Matrices of ${one.length} and ${other.length} cells.`);
  let differ = 0;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) differ++;
  return differ;
}

/** Milliseconds of the processor, not of the clock on the wall: what else the machine does counts less. */
export function timed<T>(work: () => T): {value: T; ms: number} {
  const began = process.threadCpuUsage();
  const value = work();
  const {user, system} = process.threadCpuUsage(began);
  return {value, ms: (user + system) / 1000};
}

/** The quickest of a few runs, each long enough for the processor's clock, which ticks a few milliseconds at a time. */
export function best(runs: number, work: () => unknown): number {
  let times = 1;
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const {ms} = timed(() => {
      for (let time = 0; time < times; time++) work();
    });
    if (ms < LONG_ENOUGH && times < 10_000) {
      times *= ms < LONG_ENOUGH / 10 ? 10 : 2;
      run--;
    } else least = Math.min(least, ms / times);
  }
  return least;
}

const LONG_ENOUGH = 60;

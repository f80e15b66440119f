/** What the bench of travel times found, as the tables of its page. */
import {availableParallelism, totalmem} from 'node:os';
import type {Measured} from './measure-graph.ts';
import type {Shapes} from './measure-isochrone.ts';
import type {PlacesMeasured} from './measure-places.ts';
import type {Reading} from './measure-reading.ts';
import {MATRIX_PEERS, peers} from './peers.ts';

export const GRAPH_HEAD = `| graph | nodes · arcs | cells that differ | preparing | plain search, one end | matrix 100 × 2,000: hierarchy | without WebAssembly | × plain | ${MATRIX_PEERS.map(({name}) => `× ${name}`).join(' | ')} | × RoutingKit | preparing ÷ RoutingKit's | shortcuts ÷ RoutingKit's | from everywhere, one end | ÷ reading the same bytes | 33,755 starts, one end | hierarchy in memory |
|${'---|'.repeat(15 + MATRIX_PEERS.length)}`;

export function graphLine(m: Measured): string {
  const matrix = m.fastMs;
  const kit = m.routingKit;
  return `| ${[
    m.name,
    `${whole(m.nodes)} · ${whole(m.arcs)} + ${whole(m.shortcuts)} shortcuts`,
    `${m.differ} of ${whole(m.compared)}`,
    `${(m.prepareMs / 1000).toFixed(1)} s = ${whole(m.prepareMs / m.plainMs)} plain searches`,
    `${m.plainMs.toFixed(1)} ms`,
    `${matrix.toFixed(1)} ms, and once ${m.selectMs.toFixed(0)} ms`,
    `${m.twinMs.toFixed(1)} ms`,
    `**${whole((100 * m.plainMs) / matrix)}**`,
    ...MATRIX_PEERS.map(({name}) => ratioTo(m.peerMs[name], matrix)),
    kit === undefined ? 'absent' : `**${(kit.matrixMs / matrix).toFixed(2)}**`,
    kit === undefined ? '' : `**${(m.prepareMs / kit.prepareMs).toFixed(2)}**`,
    kit === undefined ? '' : (m.shortcuts / kit.shortcuts).toFixed(2),
    `${m.everywhereMs.toFixed(2)} ms`,
    `${(m.everywhereMs / m.readMs).toFixed(1)}`,
    m.englandMs === undefined ? '' : `${m.englandMs.toFixed(2)} ms`,
    `${(m.bytes / 2 ** 20).toFixed(0)} MB`,
  ].join(' | ')} |`;
}

const PLACES_HEAD = `| streets | pairs that differ | plain, 100 × 2,000 | hierarchy | ratio | preparing | pays from | one more site, from its click |
|---|---|---|---|---|---|---|---|`;

export function placesLine(m: PlacesMeasured): string {
  return `| ${[
    m.name,
    `${m.differ} of ${whole(m.compared)}`,
    `${whole(m.plainMs)} ms`,
    `${m.fastMs.toFixed(1)} ms`,
    `**${whole(m.plainMs / m.fastMs)}**`,
    `${(m.prepareMs / 1000).toFixed(1)} s`,
    `${whole((100 * m.prepareMs) / (m.plainMs - m.fastMs))} sites`,
    `${m.clickMs.toFixed(1)} ms`,
  ].join(' | ')} |`;
}

const READING_HEAD = `| file | objects; those that osmium counts otherwise | turn restrictions | reading | three graphs | × RoutingKit's reader, cars alone | × OSRM extract | × osmium counting | memory at most |
|---|---|---|---|---|---|---|---|---|`;

export function readingLine(m: Reading): string {
  const all = m.readSeconds + m.graphsSeconds;
  return `| ${[
    `${m.name}, ${m.megabytes.toFixed(1)} MB`,
    `${whole(m.nodes)} nodes, ${whole(m.ways)} ways; ${m.countsDiffer ?? 'osmium is absent'}`,
    whole(m.restrictions),
    `${m.readSeconds.toFixed(2)} s`,
    `${m.graphsSeconds.toFixed(2)} s`,
    m.routingKitSeconds === undefined ? 'absent' : `**${(m.routingKitSeconds / all).toFixed(2)}**`,
    m.osrmSeconds === undefined ? 'absent' : `**${(m.osrmSeconds / all).toFixed(1)}**`,
    m.osmiumSeconds === undefined ? 'absent' : (m.osmiumSeconds / all).toFixed(2),
    `${m.peakMegabytes.toFixed(0)} MB`,
  ].join(' | ')} |`;
}

const SHAPES_HEAD = `| streets | minutes | at the median | at the 95th percentile | Valhalla, median and 95th | × Valhalla | Valhalla's tiles |
|---|---|---|---|---|---|---|`;

export function shapesLine(m: Shapes): string {
  const {valhalla} = m;
  return `| ${[
    `${m.name}, ${m.places} places`,
    m.minutes,
    `${m.half.toFixed(1)} ms`,
    `**${m.most.toFixed(1)} ms**`,
    valhalla === undefined ? 'absent' : `${valhalla.half.toFixed(0)} and ${valhalla.most.toFixed(0)} ms`,
    valhalla === undefined ? '' : `**${(valhalla.half / m.half).toFixed(1)}**`,
    valhalla === undefined ? '' : `${valhalla.tilesSeconds.toFixed(1)} s`,
  ].join(' | ')} |`;
}

/** Times over a peer's, of matrices of 100 ends. */
function ratioTo(endMs: number | undefined, matrixMs: number): string {
  if (endMs === undefined) return '';
  // Less than the system's clock ticks.
  return endMs === 0 ? 'not told' : whole((100 * endMs) / matrixMs);
}

export interface Found {
  readings: readonly Reading[];
  places: readonly PlacesMeasured[];
  graphs: readonly Measured[];
  shapes: readonly Shapes[];
  /** Files that the folder of real data lacks. */
  missing: readonly string[];
}

export function document({readings, places, graphs, shapes, missing}: Found, large: boolean): string {
  const {here, absent} = peers();
  return `# Benchmark: travel times

Written by \`npm run bench travel${large ? ' large' : ''}\`; processor times of one thread in one run, on a machine with
${availableParallelism()} cores and ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}. Other work on the machine moves all of them, so the ratios are what counts.
What is measured and why it is exact: [travel times](methods/streets.md), [the hierarchy](decisions/005-contraction-hierarchy.md).

Peers timed beside it: ${here.join(', ') || 'none'}. Absent: ${absent.join(', ') || 'none'}.
${missing.length > 0 ? `\nLeft out, because the folder of real data lacks them: ${missing.join(', ')}.\n` : ''}
## Reading OpenStreetMap

From the bytes of a file to the graphs for cars, walking and cycles, turn restrictions included: processor seconds, the quicker of two runs.
RoutingKit reads for cars alone; OSRM's extract is by its own profile for cars, with all its threads added up.

${READING_HEAD}
${readings.map(readingLine).join('\n')}

## Isochrones

One polygon by car, from a click: snapping, the search and the shape. Valhalla's is by its own speeds, so the shapes are not the same.

${SHAPES_HEAD}
${shapes.map(shapesLine).join('\n')}

## Between places: snapping, access legs, last legs and same-street journeys included

Seconds and metres of every pair are compared with the plain search before anything is timed.

${PLACES_HEAD}
${places.map(placesLine).join('\n')}

## Between nodes of the graph

By car the nodes are streets, because turns cost time and some are forbidden. Cells hold tenths of a second and decimetres
along the same way, and peers that search the very same graph are asked for them; those that differ from the plain search, from those peers or (tenths alone) from RoutingKit are counted. The matrix is 100 ends × 2,000
starts, on one thread. "From everywhere" is the time from all nodes to one end, sixteen ends a pass; beside it the time to read
the hierarchy's arrays and the labels once.

${GRAPH_HEAD}
${graphs.map(graphLine).join('\n')}
`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

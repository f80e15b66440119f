/**
 * `npm run bench travel [large]`: travel times by the hierarchy beside the plain search and the peers found here.
 *
 * For each graph the answers are compared first, then timed, all in one run on one machine: look at the ratios, for the
 * times beside them depend on what else the machine does. `large` adds graphs of one and of more than four million nodes.
 */
import {existsSync, writeFileSync} from 'node:fs';
import {availableParallelism, totalmem} from 'node:os';
import {join} from 'node:path';
import {type Measured, measureGraph} from './travel/measure-graph.ts';
import {measurePlaces, type PlacesMeasured} from './travel/measure-places.ts';
import {hasRoutingKit, hasScipy, otherPeers} from './travel/peers.ts';
import {type Both, graphOf, shaped, tiled} from './travel/streets-of.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DATA = process.env.CLOSER_DATA ?? join(ROOT, '../shared/data');
const PORTO = join(DATA, 'osm/benchmarks/porto_metro_roads_2015.osm.pbf');
const RUTLAND = join(DATA, 'osm/uk/rutland_2022-07-20.osm.pbf');
const SHAPES = ['NY', 'COL', 'NW'].map((name) => join(DATA, `graphs/${name}.gr.xz`));
const TOWN = join(ROOT, 'seeds/town/streets.osm.pbf');

export function bench(rest: readonly string[]): void {
  const large = rest.includes('large');
  const missing: string[] = [];
  const here = (path: string) => {
    if (existsSync(path)) return true;
    missing.push(path.slice(DATA.length + 1));
    return false;
  };
  const graphs: Measured[] = [];
  const places: PlacesMeasured[] = [];
  // After each graph, so that a run that is stopped has said what it found.
  const write = () => writeFileSync(join(ROOT, 'docs/benchmarks-travel.md'), document(graphs, places, missing, large));
  const graph = (name: string, make: () => Both) => {
    console.log(`${name} …`);
    graphs.push(measureGraph(name, make()));
    console.log(graphLine(graphs.at(-1)!));
    write();
  };
  const streets = (name: string, path: string, mode: 'drive' | 'walk') => {
    console.log(`${name} …`);
    const made = graphOf(path, mode);
    places.push(measurePlaces(name, made));
    console.log(placesLine(places.at(-1)!));
    return {rows: made.core, reverse: made.coreReverse};
  };
  console.log(GRAPH_HEAD);
  const town = streets('Sample town, by car', TOWN, 'drive');
  graph('Sample town, by car', () => town);
  if (here(RUTLAND)) {
    const rutland = streets('Rutland, by car', RUTLAND, 'drive');
    graph('Rutland, by car', () => rutland);
  }
  if (here(PORTO)) {
    const porto = streets('Porto, by car', PORTO, 'drive');
    graph('Porto, by car', () => porto);
    const onFoot = streets('Porto, on foot', PORTO, 'walk');
    graph('Porto, on foot', () => onFoot);
    if (large) graph('Mosaic: Porto on foot, 4 × 4', () => tiled(onFoot.rows, 4));
  }
  if (SHAPES.map(here).every((found) => found)) {
    graph('Shape of New York', () => shaped(SHAPES.slice(0, 1)));
    if (large) graph('Shapes of NY, COL, NW, NW and NW', () => shaped([...SHAPES, SHAPES[2]!, SHAPES[2]!]));
  }
  write();
  console.log('Written to docs/benchmarks-travel.md.');
}

const GRAPH_HEAD = `| graph | nodes · arcs | cells that differ | preparing | plain search, one end | matrix 100 × 2,000: hierarchy | without WebAssembly | × plain | × scipy | × RoutingKit | preparing ÷ RoutingKit's | shortcuts ÷ RoutingKit's | from everywhere, one end | ÷ reading the same bytes | 33,755 starts, one end | hierarchy in memory |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|`;

function graphLine(m: Measured): string {
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
    m.scipyMs === undefined ? 'absent' : `${whole((100 * m.scipyMs) / matrix)}`,
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

function placesLine(m: PlacesMeasured): string {
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

function document(
  graphs: readonly Measured[],
  places: readonly PlacesMeasured[],
  missing: readonly string[],
  large: boolean,
): string {
  const {absent, present} = otherPeers();
  const timedHere = [...(hasScipy() ? ['scipy'] : []), ...(hasRoutingKit() ? ['RoutingKit'] : [])];
  const notHere = [...(hasScipy() ? [] : ['scipy']), ...(hasRoutingKit() ? [] : ['RoutingKit']), ...absent];
  const others = present.length > 0 ? ` Found and not driven by this bench: ${present.join(', ')}.` : '';
  return `# Benchmark: travel times

Written by \`npm run bench travel${large ? ' large' : ''}\`; processor times of one thread in one run, on a machine with
${availableParallelism()} cores and ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}. Other work on the machine moves all of them, so the ratios are what counts.
What is measured and why it is exact: [travel times](methods/streets.md), [the hierarchy](decisions/005-contraction-hierarchy.md).

Peers timed beside it: ${timedHere.join(', ') || 'none'}. Absent: ${notHere.join(', ')}.${others}
${missing.length > 0 ? `\nLeft out, because the folder of real data lacks them: ${missing.join(', ')}.\n` : ''}
## Between places: snapping, access legs, last legs and same-street journeys included

Seconds and metres of every pair are compared with the plain search before anything is timed.

${PLACES_HEAD}
${places.map(placesLine).join('\n')}

## Between nodes of the graph

By car the nodes are streets, because turns cost time and some are forbidden. Cells hold tenths of a second and decimetres
along the same way; those that differ from the plain search, from scipy or (tenths alone) from RoutingKit are counted. The matrix is 100 ends × 2,000
starts, on one thread. "From everywhere" is the time from all nodes to one end, sixteen ends a pass; beside it the time to read
the hierarchy's arrays and the labels once.

${GRAPH_HEAD}
${graphs.map(graphLine).join('\n')}
`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

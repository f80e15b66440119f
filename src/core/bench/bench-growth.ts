/**
 * `npm run bench growth`: memory and time as the work grows, from a city to more streets than England has junctions, and
 * from a hundred places to as many as England has areas. Some rows of every matrix are compared with the plain search.
 */
import {existsSync, writeFileSync} from 'node:fs';
import {availableParallelism, totalmem} from 'node:os';
import {join} from 'node:path';
import {THREADS} from './travel/all-pairs.ts';
import {type Growth, measureGrowth} from './travel/measure-growth.ts';
import {type Both, graphOf, shaped, tiled} from './travel/streets-of.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DATA = process.env.CLOSER_DATA ?? join(ROOT, '../shared/data');
const PORTO = join(DATA, 'osm/benchmarks/porto_metro_roads_2015.osm.pbf');
const SHAPES = ['NY', 'COL', 'NW', 'NW', 'NW', 'COL'].map((name) => join(DATA, `graphs/${name}.gr.xz`));
const PLACES = [100, 1000, 10_000, 33_755];

export function bench(): void {
  const lacking = [PORTO, ...SHAPES].filter((path) => !existsSync(path));
  if (lacking.length > 0) {
    console.error(`This bench needs ${lacking.join(', ')}. Say where with CLOSER_DATA.`);
    process.exitCode = 2;
    return;
  }
  const onFoot = graphOf(PORTO, 'walk');
  const graphs: [name: string, make: () => Both][] = [
    ['Porto, on foot', () => ({rows: onFoot.core, reverse: onFoot.coreReverse})],
    ['Porto on foot, 4 × 4', () => tiled(onFoot.core, 4)],
    ['Shapes of NY, COL, NW, NW, NW, COL', () => shaped(SHAPES)],
  ];
  const grown: Growth[] = [];
  for (const [name, make] of graphs) {
    console.log(`${name} …`);
    const growth = measureGrowth(name, make(), PLACES);
    grown.push(growth);
    console.log([graphLine(growth), ...growth.pairs.map((_, i) => pairsLine(growth, i))].join('\n'));
    writeFileSync(join(ROOT, 'docs/benchmarks-growth.md'), document(grown));
  }
}

const GRAPH_HEAD = `| graph | nodes · arcs | preparing | ÷ RoutingKit's | shortcuts | ÷ RoutingKit's | most memory by then | hierarchy | from everywhere, one end | ÷ reading the same bytes |
|---|---|---|---|---|---|---|---|---|---|`;

function graphLine(g: Growth): string {
  const kit = g.routingKit;
  return `| ${[
    g.name,
    `${whole(g.nodes)} · ${whole(g.arcs)}`,
    `${g.prepareSeconds.toFixed(1)} s`,
    kit === undefined
      ? 'absent'
      : `**${(g.prepareSeconds / kit.prepareSeconds).toFixed(2)}** (${kit.prepareSeconds.toFixed(1)} s)`,
    whole(g.shortcuts),
    kit === undefined ? '' : (g.shortcuts / kit.shortcuts).toFixed(2),
    megabytes(g.preparingBytes),
    megabytes(g.hierarchyBytes),
    `${g.everywhereMs.toFixed(2)} ms`,
    g.readMs === undefined ? '' : (g.everywhereMs / g.readMs).toFixed(1),
  ].join(' | ')} |`;
}

const PAIRS_HEAD = `| graph | places × places | cells that differ | by the clock | of both processors | one end | most memory |
|---|---|---|---|---|---|---|`;

function pairsLine({name, pairs}: Growth, i: number): string {
  const {places, compared, differ, seconds, processorSeconds, bytes} = pairs[i]!;
  return `| ${[
    name,
    `${whole(places)} × ${whole(places)}`,
    `${differ} of ${whole(compared)}`,
    `${seconds.toFixed(1)} s`,
    `${processorSeconds.toFixed(1)} s`,
    `${((processorSeconds * 1000) / places).toFixed(2)} ms`,
    megabytes(bytes),
  ].join(' | ')} |`;
}

function document(grown: readonly Growth[]): string {
  return `# Benchmark: memory and time as the work grows

Written by \`npm run bench growth\`, on a machine with ${availableParallelism()} cores and ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}. Times are of the
processor unless the clock is named: other work on the machine lengthens both, the clock's far more.
What is measured and why it is exact: [travel times](methods/streets.md), [the hierarchy](decisions/005-contraction-hierarchy.md).

${sentence(grown)}

## Graphs

"Shapes" are real road graphs of the 9th DIMACS challenge, joined, with invented lengths: about as many nodes as England's roads have
junctions. "From everywhere" is the time from all nodes to one end, sixteen ends a pass; beside it stands WebAssembly that
reads the same bytes once and does nothing with them.

${GRAPH_HEAD}
${grown.map(graphLine).join('\n')}

## All pairs

Places halfway along streets drawn by lot, ${THREADS} threads over one hierarchy in shared memory, seconds and metres of the same way, in
blocks that are used again: a process of its own, which holds the hierarchy, the threads and the blocks. Times begin with the hierarchy in
memory and hold the choice of rows, which each thread makes for itself. Eight ends of each are compared with the plain search.

${PAIRS_HEAD}
${grown.flatMap((growth) => growth.pairs.map((_, i) => pairsLine(growth, i))).join('\n')}
`;
}

/** How cost grows, in one sentence, from the smallest and the largest measured. */
function sentence(grown: readonly Growth[]): string {
  const [small, large] = [grown[0]!, grown.at(-1)!];
  const perNode = grown.map(({prepareSeconds, nodes}) => `${whole((prepareSeconds * 1e6) / nodes)} µs`).join(', ');
  const one = (g: Growth, i: number) => (g.pairs[i]!.processorSeconds * 1e9) / g.pairs[i]!.places ** 2;
  const [few, all] = [PLACES.length - 2, PLACES.length - 1];
  return `Preparing grows with the streets and with how entangled they are (a node takes ${perNode} in the order below), memory with the
streets and hardly with the pairs, and a matrix with its cells: ${one(large, few).toFixed(0)} ns a cell for ${whole(PLACES[few]!)} places on the largest graph, ${one(large, all).toFixed(0)} ns for
${whole(PLACES[all]!)}, against ${one(small, all).toFixed(0)} ns on the smallest.`;
}

function megabytes(bytes: number): string {
  return `${whole(bytes / 2 ** 20)} MB`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

/**
 * `npm run bench travel [large]`: travel times by the hierarchy beside the plain search and the peers found here.
 *
 * For each graph the answers are compared first, then timed, all in one run on one machine: look at the ratios, for the
 * times beside them depend on what else the machine does. `large` adds graphs of one and of more than four million nodes.
 */
import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Measured, measureGraph} from './travel/measure-graph.ts';
import {measureIsochrone, type Shapes} from './travel/measure-isochrone.ts';
import {measurePlaces, type PlacesMeasured} from './travel/measure-places.ts';
import {measureReading, type Reading} from './travel/measure-reading.ts';
import {type Both, graphOf, shaped, tiled} from './travel/streets-of.ts';
import {document, GRAPH_HEAD, graphLine, placesLine, readingLine, shapesLine} from './travel/table.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DATA = process.env.CLOSER_DATA ?? join(ROOT, '../shared/data');
const PORTO = join(DATA, 'osm/benchmarks/porto_metro_roads_2015.osm.pbf');
const RUTLAND = join(DATA, 'osm/uk/rutland_2022-07-20.osm.pbf');
const NEWPORT = join(DATA, 'osm/uk/newport_wales_2023-06-13.osm.pbf');
const SHAPES = ['NY', 'COL', 'NW'].map((name) => join(DATA, `graphs/${name}.gr.xz`));
const TOWN = join(ROOT, 'seeds/town/streets.osm.pbf');

export function bench(rest: readonly string[]): void {
  const large = rest.includes('large');
  const missing: string[] = [];
  const here = (path: string) => {
    if (existsSync(path)) return true;
    const name = path.slice(DATA.length + 1);
    if (!missing.includes(name)) missing.push(name);
    return false;
  };
  const graphs: Measured[] = [];
  const places: PlacesMeasured[] = [];
  const readings: Reading[] = [];
  const shapes: Shapes[] = [];
  // After each graph, so that a run that is stopped has said what it found.
  const write = () => {
    const found = {readings, places, graphs, shapes, missing};
    writeFileSync(join(ROOT, 'docs/benchmarks-travel.md'), document(found, large));
  };
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
  for (const [name, path] of [
    ['Rutland', RUTLAND],
    ['Newport', NEWPORT],
    ['Porto', PORTO],
  ] as const) {
    if (!here(path)) continue;
    readings.push(measureReading(name, path));
    console.log(readingLine(readings.at(-1)!));
  }
  if (here(PORTO)) {
    shapes.push(measureIsochrone('Porto', PORTO, 15));
    console.log(shapesLine(shapes.at(-1)!));
  }
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

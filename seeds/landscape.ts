import {outline} from './areas.ts';
import {bent, halfWidth, MARSH, RIVER, SETTLEMENTS, WARDS} from './place.ts';
import {distance, type Point, simplified} from './plane.ts';
import {RAILWAY} from './routes.ts';
import type {Sheet, Survey} from './sheet.ts';
import type {Tags} from './write-pbf.ts';

/** Water, rails, greens and names: what makes the street file a map. No street runs along any of it. */
export function drawLandscape(survey: Survey, sheet: Sheet, people: number): void {
  const {blocks, ground} = survey;
  const divides = blocks.edges.map((_, i) => i);
  const side = (i: number) => [blocks.seeds[blocks.edges[i]!.left]!, blocks.seeds[blocks.edges[i]!.right]!] as const;

  const shore = chain(
    divides.filter((i) => (side(i)[0].use === 'sea') !== (side(i)[1].use === 'sea')),
    survey,
  );
  const shoreLine = northward(shore, sheet);
  sheet.draw(shoreLine, {natural: 'coastline'});

  const middle = simplified(
    RIVER.filter((p) => p[0] > -9300 && p[0] < 4950),
    2,
  );
  const flow = middle.map((p) => sheet.put(bent(p)));
  sheet.draw(flow, {waterway: 'river', name: 'River Eller'});
  sheet.draw(ring(sheet, banks(middle)), {natural: 'water', water: 'river', name: 'River Eller'});

  const green = (use: 'park' | 'work', tags: Tags) => {
    const group = new Set(blocks.seeds.flatMap((s, b) => (s.use === use ? [b] : [])));
    const [around] = outline(group, blocks, ground);
    if (around) sheet.draw([...around, around[0]!], tags);
  };
  green('park', {leisure: 'park', name: 'Quay Park'});
  green('work', {landuse: 'industrial', name: 'Ellernsea Docks'});
  sheet.draw(ring(sheet, simplified(MARSH.map(bent), 4)), {
    natural: 'wetland',
    wetland: 'saltmarsh',
    name: 'The Carrs',
  });

  const rails = simplified(RAILWAY.map(bent), 2).map((p) => sheet.put(p));
  sheet.draw(rails, {railway: 'rail', name: 'Thorminster and Ellernsea line'});
  sheet.tag(rails[rails.length - 1]!, {railway: 'station', name: 'Ellernsea'});

  sheet.put(bent([20, -60]), {place: 'town', name: 'Ellernsea', population: String(people)});
  for (const s of SETTLEMENTS) {
    const village =
      WARDS[s.ward]!.ages === 'village' || ['Ashmere', 'Marram Sands', 'Saltwyke', 'Skelby'].includes(s.name);
    if (s.name !== 'Market') sheet.put(bent(s.at), {place: village ? 'village' : 'suburb', name: s.name});
  }
}

/** Edges end to end, as one line of nodes: the longest that they make. */
function chain(edges: readonly number[], {blocks, ground}: Survey): number[] {
  const at = new Map<number, number[]>();
  for (const i of edges) for (const c of [blocks.edges[i]!.a, blocks.edges[i]!.b]) at.set(c, [...(at.get(c) ?? []), i]);
  const used = new Set<number>();
  let longest: number[] = [];
  for (const [start, from] of at) {
    if (from.length !== 1 || used.has(from[0]!)) continue;
    const line = [start];
    for (let c = start; ; ) {
      const i = at.get(c)!.find((e) => !used.has(e));
      if (i === undefined) break;
      used.add(i);
      const forward = blocks.edges[i]!.a === c;
      const nodes = forward ? ground.alongEdge[i]! : [...ground.alongEdge[i]!].reverse();
      line.push(...nodes.slice(1));
      c = nodes[nodes.length - 1]!;
    }
    if (line.length > longest.length) longest = line;
  }
  return longest;
}

/** A coastline has the land on its left, so this one runs north. */
function northward(line: readonly number[], sheet: Sheet): number[] {
  return sheet.at(line[0]!)[1] < sheet.at(line[line.length - 1]!)[1] ? [...line] : [...line].reverse();
}

/** The water's edge on both sides of a river's middle, down one and back up the other. */
function banks(middle: readonly Point[]): Point[] {
  const bank = (way: 1 | -1) =>
    middle.map((p, k): Point => {
      const [a, b] = [middle[Math.max(0, k - 1)]!, middle[Math.min(middle.length - 1, k + 1)]!];
      const off = (way * halfWidth(p[0])) / distance(a, b);
      return bent([p[0] - (b[1] - a[1]) * off, p[1] + (b[0] - a[0]) * off]);
    });
  return [...bank(1), ...bank(-1).reverse()];
}

function ring(sheet: Sheet, points: readonly Point[]): number[] {
  const nodes = points.map((p) => sheet.put(p));
  return [...nodes, nodes[0]!];
}

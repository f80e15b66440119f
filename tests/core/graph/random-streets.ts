import {classCode} from '../../../src/core/graph/highway-class.ts';
import {metresBetween} from '../../../src/core/graph/metres.ts';
import {DEGREE, PASS, type StreetNetwork, USE, withUse} from '../../../src/core/graph/street-network.ts';
import {seeded} from '../random-town.ts';

/**
 * A few streets thrown down at random, with everything that makes searches go wrong: one-way streets, two streets
 * between the same ends, streets that lead back to where they begin, streets of no length, parts that nothing joins,
 * private streets, barriers and gates, bends, signals, turns forbidden after one street and after several.
 */
export function randomStreets(seed: number): StreetNetwork {
  const next = seeded(seed);
  const upTo = (n: number) => Math.floor(next() * n);
  // Half of them tiny, so that forbidden turns are often in the way.
  const vertices = 2 + upTo(seed % 2 === 0 ? 4 : 14);
  const edges = 1 + upTo(3 * vertices);
  const lng: number[] = [];
  const lat: number[] = [];
  for (let v = 0; v < vertices; v++) {
    // A coarse lattice, so that vertices coincide and ways tie.
    lng.push(-0.7 + upTo(7) * 0.002);
    lat.push(52.6 + upTo(7) * 0.0015);
  }
  const streets: EdgeSketch[] = [];
  for (let e = 0; e < edges; e++) {
    const from = upTo(vertices);
    const to = next() < 0.06 ? from : upTo(vertices);
    const shape: [number, number][] = [];
    while (next() < 0.3) shape.push([-0.7 + next() * 0.012, 52.6 + next() * 0.009]);
    streets.push({
      from,
      to,
      shape,
      use: randomUse(next),
      class: ['residential', 'primary', 'service', 'steps'][upTo(4)]!,
    });
  }
  const passing = lng.map(() => {
    const kind = next() < 0.8 ? PASS.free : next() < 0.5 ? PASS.blocked : PASS.lastLeg;
    return kind | (kind << 2) | (kind << 4);
  });
  const flags = lng.map(() => (next() < 0.8 ? 0 : [1, 4, 8][upTo(3)]!));
  return {...networkOf(lng, lat, streets, passing), vertexFlags: Uint8Array.from(flags), ...randomTurns(next, streets)};
}

export interface EdgeSketch {
  from: number;
  to: number;
  shape: [number, number][];
  use: number;
  class: string;
}

function randomUse(next: () => number): number {
  const rights = [USE.yes, USE.yes, USE.yes, USE.lastLeg, USE.no];
  let use = 0;
  for (let mode = 0; mode < 3; mode++) {
    const both = rights[Math.floor(next() * rights.length)]!;
    for (let back = 0; back < 2; back++) {
      use = withUse(use, mode, back, next() < 0.7 ? both : rights[Math.floor(next() * rights.length)]!);
    }
  }
  return use;
}

export function networkOf(
  lng: number[],
  lat: number[],
  streets: readonly EdgeSketch[],
  passing: number[],
): StreetNetwork {
  const shapeFirst = [0];
  const shapeLng: number[] = [];
  const shapeLat: number[] = [];
  const metres = streets.map(({from, to, shape}) => {
    const line: [number, number][] = [[lng[from]!, lat[from]!], ...shape, [lng[to]!, lat[to]!]];
    for (const [x, y] of shape) {
      shapeLng.push(Math.round(x * DEGREE));
      shapeLat.push(Math.round(y * DEGREE));
    }
    shapeFirst.push(shapeLng.length);
    return line.slice(1).reduce((sum, [x, y], i) => sum + metresBetween(line[i]![0], line[i]![1], x, y), 0);
  });
  return {
    vertexLng: Int32Array.from(lng, (x) => Math.round(x * DEGREE)),
    vertexLat: Int32Array.from(lat, (y) => Math.round(y * DEGREE)),
    vertexFlags: new Uint8Array(lng.length),
    vertexPassing: Uint8Array.from(passing),
    edgeFrom: Uint32Array.from(streets, (s) => s.from),
    edgeTo: Uint32Array.from(streets, (s) => s.to),
    edgeDecimetres: Uint32Array.from(metres, (m) => Math.round(m * 10)),
    edgeClass: Uint8Array.from(streets, (s) => classCode(s.class)),
    edgeFlags: new Uint8Array(streets.length),
    edgeUse: Uint16Array.from(streets, (s) => s.use),
    edgeLimit: new Uint16Array(streets.length),
    edgeLimitBack: new Uint16Array(streets.length),
    edgeName: new Uint32Array(streets.length),
    edgeWay: new Float64Array(streets.length),
    shapeFirst: Uint32Array.from(shapeFirst),
    shapeLng: Int32Array.from(shapeLng),
    shapeLat: Int32Array.from(shapeLat),
    nameFirst: Uint32Array.of(0, 0),
    nameBytes: new Uint8Array(0),
    turnKind: new Uint8Array(0),
    turnModes: new Uint8Array(0),
    turnFirst: Uint32Array.of(0),
    turnEdges: new Uint32Array(0),
  };
}

/** Runs of two to four streets, wandered at random: forbidden, or the only way on. */
function randomTurns(next: () => number, streets: readonly EdgeSketch[]) {
  const upTo = (n: number) => Math.floor(next() * n);
  const ends = streets.flatMap(({from, to}, e) => [
    {arc: 2 * e, tail: from, head: to},
    {arc: 2 * e + 1, tail: to, head: from},
  ]);
  const runs: number[][] = [];
  for (let r = upTo(8); r > 0; r--) {
    // Some begin in the middle of the one before, so that one trail counts for two.
    const before = runs.at(-1);
    const run =
      before !== undefined && next() < 0.6
        ? before.slice(1, 2 + upTo(before.length - 1)).map((arc) => ends[arc]!)
        : [ends[upTo(ends.length)]!];
    for (let length = run.length + 1 + upTo(3); run.length < length; ) {
      const on = ends.filter(({tail}) => tail === run.at(-1)!.head);
      if (on.length === 0) break;
      run.push(on[upTo(on.length)]!);
    }
    if (run.length > 1) runs.push(run.map(({arc}) => arc));
  }
  const turnFirst = [0];
  for (const run of runs) turnFirst.push(turnFirst.at(-1)! + run.length);
  return {
    turnKind: Uint8Array.from(runs, () => (next() < 0.75 ? 0 : 1)),
    turnModes: Uint8Array.from(runs, () => [1, 4, 5][upTo(3)]!),
    turnFirst: Uint32Array.from(turnFirst),
    turnEdges: Uint32Array.from(runs.flat()),
  };
}

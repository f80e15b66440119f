import {cosine, sine} from './chance.ts';
import {partOf} from './ground.ts';
import {distance, lengthOf, type Point} from './plane.ts';
import type {Sheet, Survey} from './sheet.ts';

/** Junctions that are more than a crossing of streets: roundabouts, and turns that may not be made. */
export const ROUNDABOUTS: readonly (readonly [string, string])[] = [
  ['Thorminster Road', 'Relief Road'],
  ['Thorminster Road', 'High Street'],
  ['North Road', 'Hollingarth Way'],
  ['Ashmere Road', 'Ashmere Ring'],
];

/** From a street, at its junction with another, no turn into that other. */
export const BANNED_TURNS: readonly (readonly [string, string])[] = [
  ['South Road', 'High Street'],
  ['South Road', 'Sessions Street'],
  ['Shore Road', "St Hilda's Road"],
];

/** The corner where two named streets meet (the first, where they meet twice). */
export function meeting({blocks, streets}: Survey, one: string, other: string): number {
  const corner = blocks.edgesAt.findIndex((edges) =>
    [one, other].every((n) => edges.some((i) => streets.at.get(i)?.name === n)),
  );
  if (corner === -1) throw new RangeError(`${one} and ${other} do not meet: move one of their lines.`);
  return corner;
}

/** Draws the roundabouts, and moves the ends of the streets that meet there from the middle to the ring. */
export function layRoundabouts(survey: Survey, sheet: Sheet, lines: Map<number, number[]>): void {
  for (const [one, other] of ROUNDABOUTS) {
    const corner = meeting(survey, one, other);
    const middle = sheet.at(corner);
    const radius = 21;
    const ring: {node: number; at: Point}[] = [];
    for (const i of survey.blocks.edgesAt[corner]!) {
      const line = lines.get(i);
      if (!line) continue;
      const outward = line[0] === corner ? line : [...line].reverse();
      const points = outward.map((n) => sheet.at(n));
      const kept = partOf(points, Math.min(0.45, radius / lengthOf(points)));
      const node = sheet.put(kept[kept.length - 1]!);
      const rest = [node, ...outward.slice(kept.length - 1)];
      lines.set(i, line[0] === corner ? rest : rest.reverse());
      ring.push({node, at: sheet.at(node)});
    }
    for (let k = 0; k < 8; k++) {
      const at: Point = [middle[0] + radius * cosine(k / 8), middle[1] + radius * sine(k / 8)];
      if (ring.every((r) => distance(r.at, at) > 9)) ring.push({node: sheet.put(at), at});
    }
    // Clockwise, as traffic keeps to the left.
    ring.sort((a, b) => bearing(middle, b.at) - bearing(middle, a.at));
    const nodes = ring.map((r) => r.node);
    sheet.draw([...nodes, nodes[0]!], {highway: 'primary', junction: 'roundabout', oneway: 'yes', maxspeed: '20 mph'});
  }
}

export function banTurns(survey: Survey, sheet: Sheet, wayOf: ReadonlyMap<number, number>): void {
  const {blocks, streets, ground} = survey;
  for (const [one, other] of BANNED_TURNS) {
    const corner = meeting(survey, one, other);
    const edge = (name: string) => blocks.edgesAt[corner]!.filter((i) => streets.at.get(i)?.name === name);
    const far = (i: number) => ground.nodes[blocks.edges[i]!.a === corner ? blocks.edges[i]!.b : blocks.edges[i]!.a]!;
    const from = edge(one)[0]!;
    const to = edge(other).find((i) => {
      const s = streets.at.get(i)!;
      return s.oneWay === 0 || (s.oneWay === 1) === (blocks.edges[i]!.a === corner);
    })!;
    const [p, q, r] = [far(from), ground.nodes[corner]!, far(to)];
    const left = (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0]) > 0;
    sheet.relate(
      [
        {kind: 'way', id: wayOf.get(from)!, role: 'from'},
        {kind: 'node', id: corner, role: 'via'},
        {kind: 'way', id: wayOf.get(to)!, role: 'to'},
      ],
      {type: 'restriction', restriction: left ? 'no_left_turn' : 'no_right_turn'},
    );
  }
}

/** Grows with the angle from east, anticlockwise, without the angle itself: round the square and not the circle. */
function bearing(from: Point, to: Point): number {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const slope = x / (Math.abs(x) + Math.abs(y));
  return y >= 0 ? 1 - slope : 3 + slope;
}

import type {Blocks} from './blocks.ts';
import type {Ground} from './ground.ts';
import {WARDS} from './place.ts';
import {distance, type Point, signedArea} from './plane.ts';
import {drawWards, piecesOf, type Wards} from './wards.ts';

/**
 * Small areas like the census's: each ward's blocks in groups of about equal population, in one piece and compact,
 * so that their boundaries run along streets, the river and the shore.
 */
export type Area = {
  readonly code: string;
  readonly name: string;
  readonly ward: number;
  readonly blocks: readonly number[];
  readonly people: number;
  /** The block where the middle of its people lies. */
  readonly heart: number;
  /** Rings of nodes, the outline first, anticlockwise. */
  readonly rings: readonly (readonly number[])[];
};

export function drawAreas(blocks: Blocks, ground: Ground): Area[] {
  const wards = drawWards(blocks, ground);
  const groups = WARDS.flatMap((ward, w) =>
    grouped(
      [...wards.of.keys()].filter((b) => wards.of[b] === w),
      ward.areas,
      wards,
      ground,
    )
      .sort((a, b) => middleOf(b, wards, ground)[1] - middleOf(a, wards, ground)[1])
      .map((members) => ({ward: w, members})),
  );
  let letter = 0;
  return groups.map(({ward, members}, i) => {
    letter = i > 0 && groups[i - 1]!.ward === ward ? letter + 1 : 0;
    const middle = middleOf(members, wards, ground);
    const lived = members.filter((b) => wards.people[b]! > 1 && blocks.seeds[b]!.use === 'homes');
    return {
      code: `E0199${String(i + 1).padStart(4, '0')}`,
      name: `Ellernsea ${String(ward + 1).padStart(3, '0')}${'ABCDEFGHIJKL'[letter]}`,
      ward,
      blocks: members,
      people: Math.round(members.reduce((sum, b) => sum + wards.people[b]!, 0)),
      heart: lived.reduce((a, b) =>
        distance(ground.middle[b]!, middle) < distance(ground.middle[a]!, middle) ? b : a,
      ),
      rings: outline(new Set(members), blocks, ground),
    };
  });
}

function middleOf(members: readonly number[], wards: Wards, ground: Ground): Point {
  let [x, y, sum] = [0, 0, 0];
  for (const b of members) {
    const people = wards.people[b]! + 1e-6;
    x += ground.middle[b]![0] * people;
    y += ground.middle[b]![1] * people;
    sum += people;
  }
  return [x / sum, y / sum];
}

/** Lloyd's k-means with a handicap for each centre, raised while its group is too full; then strays join neighbours. */
function grouped(members: readonly number[], count: number, wards: Wards, ground: Ground): number[][] {
  const at = (b: number) => ground.middle[b]!;
  const lived = members.filter((b) => wards.people[b]! > 3);
  const centres: Point[] = [at(lived.reduce((a, b) => (at(b)[0] + at(b)[1] < at(a)[0] + at(a)[1] ? b : a)))];
  while (centres.length < count) {
    const gap = (b: number) => Math.min(...centres.map((c) => distance(c, at(b))));
    centres.push(at(lived.reduce((a, b) => (gap(b) > gap(a) ? b : a))));
  }
  const target = members.reduce((sum, b) => sum + wards.people[b]!, 0) / count;
  const handicap = centres.map(() => 0);
  const label = new Int32Array(wards.of.length).fill(-1);
  for (let round = 0; round < 160; round++) {
    const spread = 260_000 * (1 - round / 200);
    for (const b of members) {
      let [best, least] = [0, Number.POSITIVE_INFINITY];
      centres.forEach((c, k) => {
        const d = distance(c, at(b));
        if (d * d + handicap[k]! < least) [best, least] = [k, d * d + handicap[k]!];
      });
      label[b] = best;
    }
    centres.forEach((_, k) => {
      const group = members.filter((b) => label[b] === k);
      const people = group.reduce((sum, b) => sum + wards.people[b]!, 0);
      handicap[k]! += spread * 0.35 * Math.max(-1, Math.min(1, people / target - 1));
      if (group.length > 0 && round < 110) centres[k] = middleOf(group, wards, ground);
    });
  }
  for (let round = 0; round < 4; round++) joinStrays(members, count, label, wards);
  return centres.map((_, k) => members.filter((b) => label[b] === k));
}

function joinStrays(members: readonly number[], count: number, label: Int32Array, wards: Wards): void {
  for (let k = 0; k < count; k++) {
    const weight = (piece: readonly number[]) => piece.reduce((sum, b) => sum + wards.people[b]!, 0);
    const pieces = piecesOf(
      label,
      k,
      wards.neighbours,
      members.filter((b) => label[b] === k),
    );
    pieces.sort((a, b) => weight(b) - weight(a));
    for (const piece of pieces.slice(1)) {
      const borders = new Map<number, number>();
      for (const b of piece)
        for (const n of wards.neighbours[b]!) {
          if (label[n] !== -1 && label[n] !== k) borders.set(label[n]!, (borders.get(label[n]!) ?? 0) + 1);
        }
      const [to] = [...borders].reduce((a, b) => (b[1] > a[1] ? b : a), [k, 0]);
      for (const b of piece) label[b] = to;
    }
  }
}

/** The edges with the group on one side only, walked with the group on the left, as rings of nodes. */
export function outline(group: ReadonlySet<number>, blocks: Blocks, ground: Ground): number[][] {
  const from = new Map<number, {nodes: readonly number[]; used: boolean}[]>();
  blocks.edges.forEach((e, i) => {
    if (group.has(e.left) === group.has(e.right)) return;
    const nodes = group.has(e.left) ? ground.alongEdge[i]! : [...ground.alongEdge[i]!].reverse();
    from.set(nodes[0]!, [...(from.get(nodes[0]!) ?? []), {nodes, used: false}]);
  });
  const rings: number[][] = [];
  for (const start of from.keys()) {
    for (const first of from.get(start)!) {
      if (first.used) continue;
      const ring: number[] = [];
      for (let side = first; !side.used; ) {
        side.used = true;
        ring.push(...side.nodes.slice(0, -1));
        side = next(side.nodes);
      }
      rings.push(ring);
    }
  }
  const size = (ring: readonly number[]) => signedArea(ring.map((n) => ground.nodes[n]!));
  return rings.sort((a, b) => size(b) - size(a));

  /** Where two pieces of outline meet in one point, the sharpest left turn keeps each ring simple. */
  function next(nodes: readonly number[]) {
    const ways = from.get(nodes[nodes.length - 1]!)!;
    if (ways.length === 1) return ways[0]!;
    const [back, here] = [ground.nodes[nodes[nodes.length - 2]!]!, ground.nodes[nodes[nodes.length - 1]!]!];
    const turn = (way: {nodes: readonly number[]}) => {
      const to = ground.nodes[way.nodes[1]!]!;
      const [ax, ay, bx, by] = [here[0] - back[0], here[1] - back[1], to[0] - here[0], to[1] - here[1]];
      const c = (ax * bx + ay * by) / (distance(back, here) * distance(here, to));
      return ax * by - ay * bx > 0 ? 1 - c : c - 1;
    };
    return ways.reduce((a, b) => (turn(b) > turn(a) ? b : a));
  }
}

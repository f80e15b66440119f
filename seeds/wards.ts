import {type Blocks, isLand} from './blocks.ts';
import {smoothField} from './chance.ts';
import type {Ground} from './ground.ts';
import {SEED, SETTLEMENTS, WARDS} from './place.ts';
import {distance} from './plane.ts';

/** Which ward each block lies in (−1 outside the district), and how many people live in it. */
export type Wards = {
  readonly of: Int32Array;
  readonly people: Float64Array;
  readonly neighbours: readonly (readonly number[])[];
};

export function drawWards(blocks: Blocks, ground: Ground): Wards {
  const neighbours: number[][] = blocks.seeds.map(() => []);
  for (const e of blocks.edges) {
    const [l, r] = [blocks.seeds[e.left]!, blocks.seeds[e.right]!];
    if (!isLand(l) || !isLand(r)) continue;
    neighbours[e.left]!.push(e.right);
    neighbours[e.right]!.push(e.left);
  }
  const bank = SETTLEMENTS.map(
    (s) => blocks.seeds.reduce((a, b) => (distance(b.at, s.at) < distance(a.at, s.at) ? b : a)).north,
  );
  const of = Int32Array.from(blocks.seeds, (seed) => {
    if (!isLand(seed)) return -1;
    if (seed.home !== -1) return SETTLEMENTS[seed.home]!.ward;
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    SETTLEMENTS.forEach((s, i) => {
      // Villages hold the land about them; a town's wards stop soon after its last street.
      const hold = WARDS[s.ward]!.ages === 'village' || s.name === 'Saltwyke' || s.name === 'Skelby' ? 1500 : 0;
      const away = distance(s.at, seed.at) - s.radius - hold;
      if (bank[i] === seed.north && away < least) [best, least] = [s.ward, away];
    });
    return best;
  });
  WARDS.forEach((_, ward) => {
    joinStrays(blocks, of, ward, neighbours);
  });
  return {of, people: settle(blocks, ground, of), neighbours};
}

/** A ward is one piece: its smaller pieces go to the ward they border most. */
function joinStrays(blocks: Blocks, of: Int32Array, ward: number, neighbours: readonly (readonly number[])[]): void {
  const pieces = piecesOf(
    of,
    ward,
    neighbours,
    [...of.keys()].filter((b) => of[b] === ward),
  );
  for (const piece of pieces.slice(1)) {
    const borders = new Map<number, number>();
    for (const b of piece) {
      for (const n of neighbours[b]!) {
        if (of[n] !== ward && blocks.seeds[n]!.north === blocks.seeds[b]!.north)
          borders.set(of[n]!, (borders.get(of[n]!) ?? 0) + 1);
      }
    }
    const [to] = [...borders].reduce((a, b) => (b[1] > a[1] ? b : a), [ward, 0]);
    for (const b of piece) of[b] = to;
  }
}

/** The connected pieces of the blocks with one label, the largest first. */
export function piecesOf(
  label: Int32Array,
  value: number,
  neighbours: readonly (readonly number[])[],
  blocks: readonly number[],
): number[][] {
  const seen = new Set<number>();
  const pieces: number[][] = [];
  for (const start of blocks) {
    if (seen.has(start)) continue;
    const piece = [start];
    seen.add(start);
    for (const b of piece) {
      for (const n of neighbours[b]!) {
        if (label[n] !== value || seen.has(n)) continue;
        seen.add(n);
        piece.push(n);
      }
    }
    pieces.push(piece);
  }
  return pieces.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** People go where homes are, a little denser here and there, until the ward is full. */
function settle(blocks: Blocks, ground: Ground, of: Int32Array): Float64Array {
  const dense = smoothField(SEED + 31, 450);
  const people = Float64Array.from(blocks.seeds, (seed, b) => {
    const hectares = Math.min(3, ground.size[b]! / 10000);
    if (of[b] === -1) return 0;
    if (seed.use === 'homes') return hectares * (1 + 0.3 * dense(seed.at[0], seed.at[1]));
    return seed.use === 'fields' ? hectares * 0.012 : 0;
  });
  const sums = WARDS.map(() => 0);
  people.forEach((p, b) => {
    if (of[b] !== -1) sums[of[b]!]! += p;
  });
  return people.map((p, b) => (of[b] === -1 ? 0 : (p * WARDS[of[b]!]!.areas * WARDS[of[b]!]!.people) / sums[of[b]!]!));
}

import {type Chance, cosine, sine} from './chance.ts';
import type {Settlement} from './place.ts';
import {distance, type Point} from './plane.ts';

/** Where a settlement would put its blocks, had it all the ground about it. */
export function layOut(s: Settlement, next: Chance): Point[] {
  const out: Point[] = [];
  if (s.pattern === 'radial') {
    rings(s.at, s.radius * 1.7, s.row, s.along, next, out);
    return out;
  }
  const patches: {at: Point; turn: number}[] = [];
  const gap = s.pattern === 'crescent' ? 330 : 420;
  const count = Math.max(3, Math.round((3.2 * s.radius * s.radius) / (gap * gap)));
  const size = 1.5 * s.radius;
  for (let tries = 0; tries < 4000 && patches.length < count; tries++) {
    const at: Point = [s.at[0] + (next() * 2 - 1) * size, s.at[1] + (next() * 2 - 1) * size];
    const turn = next();
    if (patches.every((q) => distance(q.at, at) > (0.62 * (size * 2)) / Math.sqrt(count))) patches.push({at, turn});
  }
  for (const patch of patches) {
    const laid: Point[] = [];
    if (s.pattern === 'crescent') rings(patch.at, 900, s.row, s.along, next, laid);
    else rows(patch.at, patch.turn, 900, s.row, s.along, next, laid);
    for (const p of laid) if (patches.every((q) => distance(q.at, p) >= distance(patch.at, p))) out.push(p);
  }
  return out;
}

function rings(at: Point, radius: number, row: number, along: number, next: Chance, out: Point[]): void {
  for (let k = 0; (k + 0.5) * row < radius; k++) {
    const r = (k + 0.5) * row;
    const count = Math.max(4, Math.round((6.2832 * r) / along));
    const start = next() * 0.3 + k * 0.37;
    for (let i = 0; i < count; i++) {
      const turn = start / count + i / count;
      out.push([at[0] + r * cosine(turn), at[1] + r * sine(turn)]);
    }
  }
}

function rows(at: Point, turn: number, radius: number, row: number, along: number, next: Chance, out: Point[]): void {
  const [c, s] = [cosine(turn), sine(turn)];
  for (let j = Math.floor(-radius / row); j * row < radius; j++) {
    const slip = (next() - 0.5) * 0.24 * along;
    for (let i = Math.floor(-radius / along); i * along < radius; i++) {
      const [u, v] = [i * along + slip, j * row];
      out.push([at[0] + u * c - v * s, at[1] + u * s + v * c]);
    }
  }
}

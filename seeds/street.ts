import type {Blocks, Edge} from './blocks.ts';
import type {Class} from './routes.ts';

/** One block edge that is a street, a path or a track. */
export type Street = {
  readonly edge: number;
  readonly class: Class;
  readonly name: string;
  readonly speed: number;
  /** +1: traffic from the edge's corner a to b only; −1: only from b to a. */
  oneWay: 0 | 1 | -1;
  readonly bridge?: true;
  /** A dead end: built from this corner for this share of the edge, the rest a path or nothing. */
  readonly stub?: {readonly from: number; readonly share: number; readonly path: boolean};
};

/** The streets laid so far, by edge. */
export type Laid = Map<number, Street>;

/** From the most to the least important, of those that vehicles use. */
export const RANK: readonly Class[] = [
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'track',
];

export function isDrivable(kind: Class): boolean {
  return RANK.includes(kind) && kind !== 'track';
}

/** Inside a settlement: homes on both sides. */
export function isBuilt(blocks: Blocks, e: Edge): boolean {
  const [l, r] = [blocks.seeds[e.left]!, blocks.seeds[e.right]!];
  return l.home !== -1 && r.home !== -1;
}

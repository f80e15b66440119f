import {type Blocks, bentEdge, isLand} from './blocks.ts';
import {bent, toLonLat} from './place.ts';
import {between, centreOf, distance, type Point, signedArea, simplified} from './plane.ts';

/**
 * The blocks as they lie on the ground: every corner and bend is one numbered node with one longitude and latitude,
 * used alike by streets and by boundaries, so that what is shared is identical to the last digit.
 */
export type Ground = {
  /** Metres, after the ground is bent. */
  readonly nodes: readonly Point[];
  readonly lonLat: readonly Point[];
  /** The nodes along each edge, from its corner a to its corner b. */
  readonly alongEdge: readonly (readonly number[])[];
  /** The middle of each block and its size in square metres. */
  readonly middle: readonly Point[];
  readonly size: readonly number[];
};

export function surveyed(blocks: Blocks): Ground {
  const nodes: Point[] = blocks.corners.map(bent);
  const alongEdge = blocks.edges.map((e) => {
    const [l, r] = [blocks.seeds[e.left]!, blocks.seeds[e.right]!];
    if (!isLand(l) && !isLand(r)) return [e.a, e.b];
    const built = l.home !== -1 || r.home !== -1;
    const drawn = simplified(bentEdge(blocks.corners[e.a]!, blocks.corners[e.b]!, built ? 40 : 70), built ? 0.9 : 2.5);
    return [e.a, ...drawn.slice(1, -1).map((p) => nodes.push(p) - 1), e.b];
  });
  const middle = blocks.rings.map((ring) =>
    bent(ring.length < 3 ? [0, 0] : centreOf(ring.map((c) => blocks.corners[c]!))),
  );
  const size = blocks.rings.map((ring) => (ring.length < 3 ? 0 : signedArea(ring.map((c) => nodes[c]!))));
  return {nodes, lonLat: nodes.map(toLonLat), alongEdge, middle, size};
}

/** The nodes from one end of an edge up to a share of its length; the last is a new one where the share ends. */
export function partOf(line: readonly Point[], share: number): Point[] {
  const out: Point[] = [line[0]!];
  let left = share * line.slice(1).reduce((sum, p, i) => sum + distance(line[i]!, p), 0);
  for (let i = 1; i < line.length; i++) {
    const step = distance(line[i - 1]!, line[i]!);
    if (step >= left) return [...out, between(line[i - 1]!, line[i]!, left / step)];
    out.push(line[i]!);
    left -= step;
  }
  return out;
}

/**
 * Rings sorted into polygons: each counter-clockwise ring is an island, each clockwise one a hole of the island around it.
 *
 * Islands smaller than `leastIsland` and holes smaller than `leastHole` are dropped, a hole with all that lies in it; the
 * largest island always stays. The area is that of the plane the points are in.
 */
export type Ring = [number, number][];

export function polygonsOf(rings: readonly Ring[], leastIsland: number, leastHole: number): Ring[][] {
  const sized = rings
    .map((ring) => ({ring, area: signedArea(ring)}))
    .sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const filled = sized.filter(({area}) => area < 0 && -area < leastHole);
  const islands: {ring: Ring; holes: Ring[]}[] = [];
  for (const {ring, area} of sized) {
    if (area <= 0 || (area < leastIsland && islands.length > 0)) continue;
    if (!filled.some((hole) => -hole.area > area && contains(hole.ring, ring[0]!))) islands.push({ring, holes: []});
  }
  for (const {ring, area} of sized) {
    if (area >= 0 || -area < leastHole) continue;
    // The smallest island around it: islands stand from large to small.
    const around = islands.findLast((island) => contains(island.ring, ring[0]!));
    around?.holes.push(ring);
  }
  return islands.map(({ring, holes}) => [ring, ...holes]);
}

export function signedArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) twice += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1];
  return twice / 2;
}

/** Whether a point lies inside a ring, by the crossings of a line to its left. */
export function contains(ring: Ring, [x, y]: [number, number]): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/**
 * Lines joined end to end into closed rings. Each line is used once, either way round; what does not close is left out, as
 * at the cut edge of an extract.
 */
export function joinedRings(lines: readonly [number, number][][]): [number, number][][] {
  const rings: [number, number][][] = [];
  const open = lines.filter((line) => line.length > 1).map((line) => [...line]);
  while (open.length > 0) {
    const ring = open.pop()!;
    for (;;) {
      if (ring.length > 3 && same(ring[0]!, ring.at(-1)!)) {
        rings.push(ring);
        break;
      }
      const end = ring.at(-1)!;
      const next = open.findIndex((line) => same(line[0]!, end) || same(line.at(-1)!, end));
      if (next < 0) break;
      const [line] = open.splice(next, 1);
      if (!same(line![0]!, end)) line!.reverse();
      for (const point of line!.slice(1)) ring.push(point);
    }
  }
  return rings;
}

function same(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** From everywhere to everywhere by the lengths of direct edges, in place (Floyd and Warshall). */
export function shortestPaths(length: Float64Array, places: number): Float64Array {
  for (let place = 0; place < places; place++) length[place * places + place] = 0;
  for (let by = 0; by < places; by++)
    for (let from = 0; from < places; from++) {
      const there = length[from * places + by]!;
      if (there === Infinity) continue;
      for (let to = 0; to < places; to++) {
        const each = there + length[by * places + to]!;
        if (each < length[from * places + to]!) length[from * places + to] = each;
      }
    }
  return length;
}

import {gzipSync} from 'node:zlib';

/** A PMTiles file as its specification writes it, from the text of each tile; directories of at most so many entries. */
export function pmtilesFile(tiles: ReadonlyMap<number, string>, entries: number): Uint8Array {
  const runs: {first: number; run: number; length: number; offset: number}[] = [];
  const bodies: Buffer[] = [];
  const known = new Map<string, {length: number; offset: number}>();
  let end = 0;
  for (const [number, text] of [...tiles].sort(([a], [b]) => a - b)) {
    if (!known.has(text)) {
      const body = gzipSync(Buffer.from(text));
      bodies.push(body);
      known.set(text, {length: body.length, offset: end});
      end += body.length;
    }
    const at = known.get(text)!;
    const last = runs.at(-1);
    if (last && last.offset === at.offset && last.first + last.run === number) last.run++;
    else runs.push({first: number, run: 1, ...at});
  }
  const leaves: Buffer[] = [];
  const root: typeof runs = [];
  let leafEnd = 0;
  for (let from = 0; from < runs.length; from += entries) {
    const part = runs.slice(from, from + entries);
    const leaf = gzipSync(directory(part));
    root.push({first: part[0]!.first, run: 0, length: leaf.length, offset: leafEnd});
    leaves.push(leaf);
    leafEnd += leaf.length;
  }
  const packedRoot = gzipSync(directory(root));
  const metadata = gzipSync(Buffer.from(JSON.stringify({name: 'Invented', attribution: '© Nobody'})));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header[7] = 3;
  let at = 127;
  for (const [place, length] of [
    [8, packedRoot.length],
    [24, metadata.length],
    [40, leafEnd],
    [56, end],
  ] as const) {
    header.writeBigUInt64LE(BigInt(at), place);
    header.writeBigUInt64LE(BigInt(length), place + 8);
    at += length;
  }
  header[97] = 2;
  header[98] = 2;
  header[99] = 1;
  header[101] = 5;
  return Buffer.concat([header, packedRoot, metadata, ...leaves, ...bodies]);
}

function directory(entries: readonly {first: number; run: number; length: number; offset: number}[]): Buffer {
  const bytes: number[] = [];
  const put = (value: number) => {
    let left = value;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
    bytes.push(left);
  };
  put(entries.length);
  for (const [at, {first}] of entries.entries()) put(first - (entries[at - 1]?.first ?? 0));
  for (const {run} of entries) put(run);
  for (const {length} of entries) put(length);
  entries.forEach(({offset}, at) => {
    const before = entries[at - 1];
    put(before && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return Buffer.from(bytes);
}

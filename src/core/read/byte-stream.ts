/** Byte chunks looked at before they are read: a head to sniff, then everything from the first byte on. */
export interface Peeked {
  head: Uint8Array;
  all: Iterable<Uint8Array>;
}

/** Reads chunks until `wanted` bytes are known or the file ends, and gives them back in front of the rest. */
export function peek(chunks: Iterable<Uint8Array>, wanted: number): Peeked {
  const source = chunks[Symbol.iterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < wanted) {
    const next = source.next();
    if (next.done) {
      ended = true;
      break;
    }
    if (next.value.length === 0) continue;
    seen.push(next.value);
    length += next.value.length;
  }
  return {head: joined(seen, Math.min(length, wanted)), all: replayed(seen, source, ended)};
}

function* replayed(seen: Uint8Array[], source: Iterator<Uint8Array>, ended: boolean): Generator<Uint8Array> {
  try {
    for (const chunk of seen) yield* pieces(chunk);
    seen.length = 0;
    while (!ended) {
      const next = source.next();
      if (next.done) ended = true;
      else yield* pieces(next.value);
    }
  } finally {
    if (!ended) source.return?.();
  }
}

/** A caller may hand over a whole file as one chunk; no link of the chain ever works on more than this much at once. */
const PIECE = 262_144;

export function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}

/** The first `length` bytes of the chunks, in one array. */
export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    if (at >= length) break;
    const part = chunk.subarray(0, length - at);
    all.set(part, at);
    at += part.length;
  }
  return all;
}

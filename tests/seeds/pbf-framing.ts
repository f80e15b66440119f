import {inflateSync} from 'node:zlib';
import {PbfReader} from 'pbf';

/** Reads the framing of a PBF file by its specification: length, title, zlib body. */
export function blobs(bytes: Uint8Array): {kind: string; content: Uint8Array}[] {
  const out: {kind: string; content: Uint8Array}[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0);
    const title = new PbfReader(bytes.subarray(at + 4, at + 4 + length)).readFields(
      (tag, found: {kind: string; size: number}, pbf) => {
        if (tag === 1) found.kind = pbf.readString();
        if (tag === 3) found.size = pbf.readVarint();
      },
      {kind: '', size: 0},
    );
    at += 4 + length;
    const body = new PbfReader(bytes.subarray(at, at + title.size)).readFields(
      (tag, found: {size: number; packed: Uint8Array}, pbf) => {
        if (tag === 2) found.size = pbf.readVarint();
        if (tag === 3) found.packed = pbf.readBytes();
      },
      {size: 0, packed: new Uint8Array()},
    );
    const content = new Uint8Array(inflateSync(body.packed));
    if (content.length !== body.size)
      throw new RangeError(`A blob inflates to ${content.length} bytes, not to ${body.size}.`);
    out.push({kind: title.kind, content});
    at += title.size;
  }
  return out;
}

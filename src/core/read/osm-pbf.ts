/** Reading an OpenStreetMap PBF file: its header first, then its blocks, as often as they are wanted. */
import type {Job} from '../job.ts';
import {OsmCursor} from './osm-cursor.ts';
import {blobsOf, unpackBlob} from './osm-pbf-blobs.ts';
import {readBlock, type Wanted} from './osm-pbf-block.ts';
import type {OsmCounts, OsmSink, OsmSource} from './osm-source.ts';
import {Unreadable} from './unreadable.ts';

/** What the file says of itself. */
export interface OsmHeader {
  /** Seconds since 1970 up to which edits are in the file; `undefined` where it does not say. */
  editedUntil: number | undefined;
  program: string;
}

const READ_FEATURES: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes'];

const HISTORY =
  'holds the history of the map, with every version of every street: choose the plain extract (.osm.pbf), not the history one (.osh.pbf)';

/** Reads the whole file once, giving the sink the kinds wanted. Blocks known to hold no node are passed over unopened. */
export function* readPbf(
  source: OsmSource,
  wanted: Wanted,
  sink: OsmSink,
  counts: OsmCounts,
  blocks: BlockIndex,
): Job<OsmHeader> {
  let header: OsmHeader | undefined;
  let block = 0;
  for (const {type, packed, endsAt} of blobsOf(source.open())) {
    if (header === undefined) {
      if (type !== 'OSMHeader') throw new Unreadable('is not an OpenStreetMap PBF file: its header is missing');
      header = readHeader(unpackBlob(packed));
      continue;
    }
    if (type !== 'OSMData') continue;
    if (wanted !== 'nodes' || blocks.hasNodes[block]) {
      const before = counts.nodes;
      readBlock(unpackBlob(packed), wanted, sink, counts);
      if (wanted === 'ways') blocks.hasNodes[block] = counts.nodes > before;
    }
    block++;
    yield {done: endsAt, of: source.bytes, doing: wanted === 'ways' ? 'Reading streets' : 'Placing streets'};
  }
  if (header === undefined) throw new Unreadable('is empty');
  return header;
}

/** Which blocks hold nodes: learnt in the first pass, used in the second. */
export interface BlockIndex {
  hasNodes: boolean[];
}

function readHeader(bytes: Uint8Array): OsmHeader {
  const cursor = new OsmCursor(bytes);
  const text = (end: number) => new TextDecoder().decode(bytes.subarray(cursor.pos, end));
  const header: OsmHeader = {editedUntil: undefined, program: ''};
  while (cursor.pos < cursor.end) {
    const key = cursor.varint();
    if (key === 34) {
      const end = cursor.enter();
      const feature = text(end);
      if (feature === 'HistoricalInformation') throw new Unreadable(HISTORY);
      if (!READ_FEATURES.includes(feature)) {
        throw new Unreadable(`needs the PBF feature “${feature.slice(0, 40)}”, which Closer does not read`);
      }
      cursor.pos = end;
    } else if (key === 130) {
      const end = cursor.enter();
      header.program = text(end);
      cursor.pos = end;
    } else if (key === 256) header.editedUntil = cursor.varint();
    else cursor.skip(key & 7);
  }
  return header;
}

/**
 * The inside of a PBF block: its objects, handed to a sink.
 *
 * The fields that scale coordinates stand after the objects, so a block is walked twice: once for the places of its
 * parts, once for the parts. Strings are decoded only when somebody asks for them; most blocks hold thousands of nodes
 * without a tag.
 */
import {OsmCursor} from './osm-cursor.ts';
import {BlockStrings, countVarints, Fields} from './osm-pbf-fields.ts';
import type {Member, OsmCounts, OsmSink, Tags} from './osm-source.ts';
import {PLACE_KEY, RELATION_TYPES, WAY_KEYS} from './osm-source.ts';
import {Unreadable} from './unreadable.ts';

/** What a block is read for: a pass over ways and relations only counts the nodes, and the other way round. */
export type Wanted = 'ways' | 'nodes';

/** Reads one block. Only objects of the kinds wanted reach the sink; all are counted. */
export function readBlock(bytes: Uint8Array, wanted: Wanted, sink: OsmSink, counts: OsmCounts): void {
  const cursor = new OsmCursor(bytes);
  const groups: number[] = [];
  let strings: BlockStrings | undefined;
  let granularity = 100;
  let latOffset = 0;
  let lngOffset = 0;
  while (cursor.pos < cursor.end) {
    const key = cursor.varint();
    if (key === 10) {
      const end = cursor.enter();
      strings = new BlockStrings(bytes, cursor.pos, end);
      cursor.pos = end;
    } else if (key === 18) {
      const end = cursor.enter();
      groups.push(cursor.pos, end);
      cursor.pos = end;
    } else if (key === 136) granularity = cursor.varint();
    else if (key === 152) latOffset = cursor.varint();
    else if (key === 160) lngOffset = cursor.varint();
    else cursor.skip(key & 7);
  }
  cursor.expectEnd(cursor.end);
  if (strings === undefined) throw new Unreadable('holds a block without its table of words');
  const block = new Block(bytes, strings, {granularity, latOffset, lngOffset}, wanted, sink, counts);
  for (let g = 0; g < groups.length; g += 2) block.group(groups[g]!, groups[g + 1]!);
}

interface Scale {
  granularity: number;
  latOffset: number;
  lngOffset: number;
}

class Block {
  readonly #bytes: Uint8Array;
  readonly #strings: BlockStrings;
  readonly #scale: Scale;
  readonly #wanted: Wanted;
  readonly #sink: OsmSink;
  readonly #counts: OsmCounts;
  readonly #wayKeys: ReadonlySet<number>;
  readonly #placeKey: number;
  readonly #mayHoldRelations: boolean;
  readonly #refs: number[] = [];

  constructor(
    bytes: Uint8Array,
    strings: BlockStrings,
    scale: Scale,
    wanted: Wanted,
    sink: OsmSink,
    counts: OsmCounts,
  ) {
    this.#bytes = bytes;
    this.#strings = strings;
    this.#scale = scale;
    this.#wanted = wanted;
    this.#sink = sink;
    this.#counts = counts;
    this.#mayHoldRelations = wanted === 'ways' && RELATION_TYPES.some((type) => strings.find(type) > 0);
    this.#placeKey = wanted === 'nodes' ? strings.find(PLACE_KEY) : -1;
    this.#wayKeys =
      wanted === 'ways' ? new Set(WAY_KEYS.map((key) => strings.find(key)).filter((at) => at > 0)) : new Set();
  }

  group(from: number, end: number): void {
    const cursor = new OsmCursor(this.#bytes, from, end);
    while (cursor.pos < end) {
      const key = cursor.varint();
      if ((key & 7) !== 2) {
        cursor.skip(key & 7);
        continue;
      }
      const partEnd = cursor.enter();
      const start = cursor.pos;
      if (key === 18) this.#dense(start, partEnd);
      else if (key === 26) this.#way(start, partEnd);
      else if (key === 10) this.#node(start, partEnd);
      else if (key === 34) this.#relation(start, partEnd);
      cursor.pos = partEnd;
    }
    cursor.expectEnd(end);
  }

  #dense(from: number, end: number): void {
    const fields = new Fields(this.#bytes, from, end);
    const ids = fields.field(1);
    if (this.#wanted !== 'nodes') {
      this.#counts.nodes += countVarints(this.#bytes, ids.pos, ids.end);
      return;
    }
    const lats = fields.field(8);
    const lngs = fields.field(9);
    const words = fields.field(10);
    const {granularity, latOffset, lngOffset} = this.#scale;
    let id = 0;
    let lat = 0;
    let lng = 0;
    while (ids.pos < ids.end) {
      id += ids.signed();
      lat += lats.signed();
      lng += lngs.signed();
      this.#counts.nodes++;
      this.#sink.node(id, (lngOffset + granularity * lng) / 1e9, (latOffset + granularity * lat) / 1e9);
      if (words.pos < words.end) this.#denseTags(id, words);
    }
    ids.expectEnd(ids.end);
    lats.expectEnd(lats.end);
    lngs.expectEnd(lngs.end);
    words.expectEnd(words.end);
  }

  /** The tags of one dense node: pairs of words, closed by a zero. */
  #denseTags(id: number, words: OsmCursor): void {
    const start = words.pos;
    let isPlace = false;
    while (words.pos < words.end) {
      const key = words.varint();
      if (key === 0) break;
      if (key === this.#placeKey) isPlace = true;
      words.varint();
    }
    const end = words.pos;
    if (end - start <= 1) return;
    this.#sink.nodeTags(
      id,
      () => {
        const pairs = new OsmCursor(this.#bytes, start, end);
        const tags = new Map<string, string>();
        for (let key = pairs.varint(); key !== 0 && pairs.pos < end; key = pairs.varint()) {
          tags.set(this.#strings.at(key), this.#strings.at(pairs.varint()));
        }
        return tags;
      },
      isPlace,
    );
  }

  #node(from: number, end: number): void {
    this.#counts.nodes++;
    if (this.#wanted !== 'nodes') return;
    const fields = new Fields(this.#bytes, from, end);
    const {granularity, latOffset, lngOffset} = this.#scale;
    const id = fields.signed(1);
    this.#sink.node(
      id,
      (lngOffset + granularity * fields.signed(9)) / 1e9,
      (latOffset + granularity * fields.signed(8)) / 1e9,
    );
    const keys = fields.field(2);
    if (keys.pos < keys.end)
      this.#sink.nodeTags(id, () => this.#tags(fields.field(2), fields.field(3)), this.#placeKey > 0);
  }

  #way(from: number, end: number): void {
    this.#counts.ways++;
    if (this.#wayKeys.size === 0) return;
    const fields = new Fields(this.#bytes, from, end);
    const keys = fields.field(2);
    const firstKey = keys.pos;
    let isStreet = false;
    while (keys.pos < keys.end && !isStreet) isStreet = this.#wayKeys.has(keys.varint());
    if (!isStreet && !this.#sink.wantsWay?.(fields.number(1))) return;
    keys.pos = firstKey;
    const tags = this.#tags(keys, fields.field(3));
    const refs = fields.field(8);
    this.#refs.length = 0;
    let ref = 0;
    while (refs.pos < refs.end) {
      ref += refs.signed();
      this.#refs.push(ref);
    }
    refs.expectEnd(refs.end);
    this.#sink.way(fields.number(1), tags, this.#refs);
  }

  #relation(from: number, end: number): void {
    this.#counts.relations++;
    if (this.#wanted !== 'ways' || !this.#mayHoldRelations) return;
    const fields = new Fields(this.#bytes, from, end);
    const tags = this.#tags(fields.field(2), fields.field(3));
    if (!RELATION_TYPES.includes(tags.get('type') ?? '')) return;
    const roles = fields.field(8);
    const ids = fields.field(9);
    const kinds = fields.field(10);
    const members: Member[] = [];
    let id = 0;
    while (ids.pos < ids.end) {
      id += ids.signed();
      const kind = (['node', 'way', 'relation'] as const)[kinds.varint()];
      if (kind === undefined)
        throw new Unreadable('holds a relation with a member that is neither node, way nor relation');
      members.push({kind, id, role: this.#strings.at(roles.varint())});
    }
    ids.expectEnd(ids.end);
    this.#sink.relation(fields.number(1), tags, members);
  }

  #tags(keys: OsmCursor, values: OsmCursor): Tags {
    const tags = new Map<string, string>();
    while (keys.pos < keys.end && values.pos < values.end) {
      tags.set(this.#strings.at(keys.varint()), this.#strings.at(values.varint()));
    }
    if (keys.pos !== keys.end || values.pos !== values.end) {
      throw new Unreadable('holds an object whose tags do not pair up');
    }
    return tags;
  }
}

/**
 * Reading OpenStreetMap XML (`.osm`), tag by tag as it streams in.
 *
 * Not an XML parser: OpenStreetMap writes elements and attributes and no text between them, so this looks only for tags
 * and never builds a tree. Memory is one object's worth.
 */
import type {Job} from '../job.ts';
import type {Wanted} from './osm-pbf-block.ts';
import type {Member, OsmCounts, OsmSink, OsmSource} from './osm-source.ts';
import {PLACE_KEY, RELATION_TYPES, WAY_KEYS} from './osm-source.ts';
import {Unreadable} from './unreadable.ts';

/** No tag of a real file comes near this; a file without a `>` must not be gathered whole. */
const LONGEST_TAG = 1_000_000;

export function* readXml(source: OsmSource, wanted: Wanted, sink: OsmSink, counts: OsmCounts): Job<void> {
  const reader = new XmlObjects(wanted, sink, counts);
  const decoder = new TextDecoder();
  let text = '';
  let done = 0;
  for (const chunk of source.open()) {
    for (let from = 0; from < chunk.length; from += 65536) {
      const part = chunk.subarray(from, from + 65536);
      text = reader.take(text + decoder.decode(part, {stream: true}));
      if (text.length > LONGEST_TAG) throw new Unreadable('is not OpenStreetMap XML: it holds a tag that never closes');
      done += part.length;
      yield {done, of: source.bytes, doing: wanted === 'ways' ? 'Reading streets' : 'Placing streets'};
    }
  }
  reader.end(text + decoder.decode());
}

class XmlObjects {
  readonly #wanted: Wanted;
  readonly #sink: OsmSink;
  readonly #counts: OsmCounts;
  #root: 'before' | 'inside' | 'closed' = 'before';
  #object: 'node' | 'way' | 'relation' | undefined;
  #id = 0;
  #gone = false;
  #tags = new Map<string, string>();
  #refs: number[] = [];
  #members: Member[] = [];

  constructor(wanted: Wanted, sink: OsmSink, counts: OsmCounts) {
    this.#wanted = wanted;
    this.#sink = sink;
    this.#counts = counts;
  }

  /** Reads every whole tag and gives back what is left over. */
  take(text: string): string {
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) return '';
      const comment = text.startsWith('<!--', open);
      const close = comment ? text.indexOf('-->', open) : tagEnd(text, open);
      if (close < 0) return text.slice(open);
      if (!comment) this.#tag(text.slice(open + 1, close));
      at = close + (comment ? 3 : 1);
    }
  }

  end(rest: string): void {
    if (this.#root === 'before') throw new Unreadable('is not OpenStreetMap XML: it has no <osm> element');
    if (this.#root !== 'closed' || rest.trim() !== '')
      throw new Unreadable('breaks off before its end: download it again');
  }

  #tag(tag: string): void {
    if (tag.startsWith('?') || tag.startsWith('!')) return;
    if (tag.startsWith('/')) {
      this.#close(tag.slice(1).trim());
      return;
    }
    const name = /^[\w:.-]+/.exec(tag)?.[0] ?? '';
    const alone = tag.endsWith('/');
    if (this.#root === 'before') {
      if (name !== 'osm')
        throw new Unreadable(`is not OpenStreetMap XML: it starts with <${name.slice(0, 30)}>, not <osm>`);
      this.#root = alone ? 'closed' : 'inside';
      return;
    }
    if (name === 'node' || name === 'way' || name === 'relation') {
      this.#open(name, tag);
      if (alone) this.#close(name);
    } else if (this.#object !== undefined) this.#part(name, tag);
  }

  #open(kind: 'node' | 'way' | 'relation', tag: string): void {
    if (this.#object !== undefined) throw new Unreadable(`holds a <${kind}> inside a <${this.#object}>`);
    this.#object = kind;
    this.#id = numberOf(tag, 'id', kind);
    this.#gone = attribute(tag, 'visible') === 'false' || attribute(tag, 'action') === 'delete';
    this.#tags = new Map();
    this.#refs = [];
    this.#members = [];
    if (kind === 'node' && this.#wanted === 'nodes' && !this.#gone) {
      this.#sink.node(this.#id, numberOf(tag, 'lon', kind), numberOf(tag, 'lat', kind));
    }
  }

  #part(name: string, tag: string): void {
    if (name === 'tag') this.#tags.set(attribute(tag, 'k') ?? '', attribute(tag, 'v') ?? '');
    else if (name === 'nd') this.#refs.push(numberOf(tag, 'ref', 'way'));
    else if (name === 'member') {
      const kind = attribute(tag, 'type');
      if (kind !== 'node' && kind !== 'way' && kind !== 'relation') return;
      this.#members.push({kind, id: numberOf(tag, 'ref', 'relation'), role: attribute(tag, 'role') ?? ''});
    }
  }

  #close(name: string): void {
    if (name === 'osm') {
      this.#root = 'closed';
      return;
    }
    if (name !== this.#object) return;
    const kind = this.#object;
    this.#object = undefined;
    if (this.#gone) return;
    const tags = this.#tags;
    if (kind === 'node') {
      this.#counts.nodes++;
      if (this.#wanted === 'nodes' && tags.size > 0) this.#sink.nodeTags(this.#id, () => tags, tags.has(PLACE_KEY));
    } else if (kind === 'way') {
      this.#counts.ways++;
      const keyed = WAY_KEYS.some((key) => tags.has(key));
      if (this.#wanted === 'ways' && (keyed || this.#sink.wantsWay?.(this.#id)))
        this.#sink.way(this.#id, tags, this.#refs);
    } else if (kind === 'relation') {
      this.#counts.relations++;
      if (this.#wanted === 'ways' && RELATION_TYPES.includes(tags.get('type') ?? ''))
        this.#sink.relation(this.#id, tags, this.#members);
    }
  }
}

/** Where the tag that opens at `open` ends: a `>` between quotation marks does not end it. */
function tagEnd(text: string, open: number): number {
  let quote = 0;
  for (let i = open + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return i;
  }
  return -1;
}

function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at > 0; at = tag.indexOf(name, at + 1)) {
    if (!/\s/.test(tag[at - 1]!)) continue;
    const rest = /^\s*=\s*(["'])/.exec(tag.slice(at + name.length, at + name.length + 20));
    if (rest === null) continue;
    const from = at + name.length + rest[0].length;
    const end = tag.indexOf(rest[1]!, from);
    return end < 0 ? undefined : plain(tag.slice(from, end));
  }
  return undefined;
}

function numberOf(tag: string, name: string, kind: string): number {
  const text = attribute(tag, name);
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return number;
  throw new Unreadable(`holds a ${kind} whose “${name}” is not a number`);
}

const ENTITIES: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-fA-F]{1,6}|\w{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

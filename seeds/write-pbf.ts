import {PbfWriter} from 'pbf';
import {stored} from './stored-zlib.ts';

/**
 * An OpenStreetMap PBF file (wiki.openstreetmap.org/wiki/PBF_Format), as small as a town needs: one block each of
 * nodes (dense), ways and relations, coordinates in units of 10⁻⁷ degree.
 *
 * Blobs are zlib streams of *stored* blocks (RFC 1950, RFC 1951 §3.2.4): any reader inflates them, and their bytes
 * depend on no compressor, whose output differs between machines.
 */
export type Tags = Readonly<Record<string, string>>;
export type OsmNode = {readonly id: number; readonly lon: number; readonly lat: number; readonly tags: Tags};
export type OsmWay = {readonly id: number; readonly nodes: readonly number[]; readonly tags: Tags};
export type OsmMember = {readonly kind: 'node' | 'way'; readonly id: number; readonly role: string};
export type OsmRelation = {readonly id: number; readonly members: readonly OsmMember[]; readonly tags: Tags};
export type Osm = {
  readonly nodes: readonly OsmNode[];
  readonly ways: readonly OsmWay[];
  readonly relations: readonly OsmRelation[];
};

export function writePbf(osm: Osm, writer: string): Uint8Array {
  const blocks = [
    blob('OSMHeader', header(osm, writer)),
    blob(
      'OSMData',
      block((strings) => dense(osm.nodes, strings)),
    ),
    blob(
      'OSMData',
      block((strings) => each(osm.ways, 3, way(strings))),
    ),
    blob(
      'OSMData',
      block((strings) => each(osm.relations, 4, relation(strings))),
    ),
  ];
  const whole = new Uint8Array(blocks.reduce((sum, b) => sum + b.length, 0));
  blocks.reduce((at, b) => {
    whole.set(b, at);
    return at + b.length;
  }, 0);
  return whole;
}

function header(osm: Osm, writer: string): Uint8Array {
  const pbf = new PbfWriter();
  const nano = (v: number) => Math.round(v * 1e7) * 100;
  const lons = osm.nodes.map((n) => n.lon);
  const lats = osm.nodes.map((n) => n.lat);
  pbf.writeMessage(
    1,
    (_, box) => {
      box.writeSVarintField(1, nano(lons.reduce((a, b) => Math.min(a, b))));
      box.writeSVarintField(2, nano(lons.reduce((a, b) => Math.max(a, b))));
      box.writeSVarintField(3, nano(lats.reduce((a, b) => Math.max(a, b))));
      box.writeSVarintField(4, nano(lats.reduce((a, b) => Math.min(a, b))));
    },
    null,
  );
  for (const feature of ['OsmSchema-V0.6', 'DenseNodes']) pbf.writeStringField(4, feature);
  pbf.writeStringField(5, 'Sort.Type_then_ID');
  pbf.writeStringField(16, writer);
  return pbf.finish();
}

/** Words used in a block, each once; the first is empty because a zero ends a dense node's tags. */
class Strings {
  readonly all: string[] = [''];
  private readonly places = new Map<string, number>();

  place(word: string): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.places.set(word, this.all.length);
    return this.all.push(word) - 1;
  }
}

function block(group: (strings: Strings) => (pbf: PbfWriter) => void): Uint8Array {
  const strings = new Strings();
  const body = new PbfWriter();
  group(strings)(body);
  const bytes = body.finish();
  const pbf = new PbfWriter();
  pbf.writeMessage(
    1,
    (_, table) => {
      for (const word of strings.all) table.writeBytesField(1, new TextEncoder().encode(word));
    },
    null,
  );
  pbf.writeBytesField(2, bytes);
  pbf.writeVarintField(17, 100);
  return pbf.finish();
}

function dense(nodes: readonly OsmNode[], strings: Strings): (pbf: PbfWriter) => void {
  const step = (values: readonly number[]) => values.map((v, i) => v - (i === 0 ? 0 : values[i - 1]!));
  const unit = (v: number) => Math.round(v * 1e7);
  const tags: number[] = [];
  for (const n of nodes) {
    for (const [key, value] of Object.entries(n.tags)) tags.push(strings.place(key), strings.place(value));
    tags.push(0);
  }
  return (group) =>
    group.writeMessage(
      2,
      (_, pbf) => {
        pbf.writePackedSVarint(1, step(nodes.map((n) => n.id)));
        pbf.writePackedSVarint(8, step(nodes.map((n) => unit(n.lat))));
        pbf.writePackedSVarint(9, step(nodes.map((n) => unit(n.lon))));
        pbf.writePackedVarint(10, tags);
      },
      null,
    );
}

function each<T>(things: readonly T[], field: number, write: (thing: T, pbf: PbfWriter) => void) {
  return (group: PbfWriter) => {
    for (const thing of things) group.writeMessage(field, write, thing);
  };
}

function writeTags(pbf: PbfWriter, tags: Tags, strings: Strings): void {
  pbf.writePackedVarint(
    2,
    Object.keys(tags).map((key) => strings.place(key)),
  );
  pbf.writePackedVarint(
    3,
    Object.values(tags).map((value) => strings.place(value)),
  );
}

function way(strings: Strings) {
  return (w: OsmWay, pbf: PbfWriter) => {
    pbf.writeVarintField(1, w.id);
    writeTags(pbf, w.tags, strings);
    pbf.writePackedSVarint(
      8,
      w.nodes.map((n, i) => n - (i === 0 ? 0 : w.nodes[i - 1]!)),
    );
  };
}

function relation(strings: Strings) {
  return (r: OsmRelation, pbf: PbfWriter) => {
    pbf.writeVarintField(1, r.id);
    writeTags(pbf, r.tags, strings);
    pbf.writePackedVarint(
      8,
      r.members.map((m) => strings.place(m.role)),
    );
    pbf.writePackedSVarint(
      9,
      r.members.map((m, i) => m.id - (i === 0 ? 0 : r.members[i - 1]!.id)),
    );
    pbf.writePackedVarint(
      10,
      r.members.map((m) => (m.kind === 'node' ? 0 : 1)),
    );
  };
}

function blob(kind: string, content: Uint8Array): Uint8Array {
  const body = new PbfWriter();
  body.writeVarintField(2, content.length);
  body.writeBytesField(3, stored(content));
  const data = body.finish();
  const head = new PbfWriter();
  head.writeStringField(1, kind);
  head.writeVarintField(3, data.length);
  const title = head.finish();
  const out = new Uint8Array(4 + title.length + data.length);
  new DataView(out.buffer).setUint32(0, title.length);
  out.set(title, 4);
  out.set(data, 4 + title.length);
  return out;
}

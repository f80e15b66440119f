import {PbfReader} from 'pbf';
import {describe, expect, it} from 'vitest';
import {makeTown} from '../../seeds/town.ts';
import {type Osm, writePbf} from '../../seeds/write-pbf.ts';
import {blobs} from './pbf-framing.ts';
import {type Place, StreetOracle} from './street-oracle.ts';

const {streets} = makeTown();
const placeOf = new Map(streets.nodes.map((n): [number, Place] => [n.id, [n.lon, n.lat]]));
const withTag = (key: string, value?: string) =>
  streets.ways.filter((w) => (value === undefined ? key in w.tags : w.tags[key] === value));

describe('the street file', () => {
  it('is a PBF file whose blobs inflate and whose header names what a reader needs', () => {
    const read = blobs(writePbf(streets, 'a test'));
    expect(read.map((b) => b.kind)).toEqual(['OSMHeader', 'OSMData', 'OSMData', 'OSMData']);
    const features: string[] = [];
    new PbfReader(read[0]!.content).readFields((tag, _, pbf) => {
      if (tag === 4) features.push(pbf.readString());
    }, null);
    expect(features).toEqual(['OsmSchema-V0.6', 'DenseNodes']);
  });

  it('keeps numbers, places, tags and members through the encoding, also past one stored piece of 65,535 bytes', () => {
    const nodes = Array.from({length: 12000}, (_, i) => ({
      id: i * 3 + 1,
      lon: 1 + i / 1e5,
      lat: 53 - i / 1e5,
      tags: i === 5 ? {barrier: 'bollard'} : {},
    }));
    const small: Osm = {
      nodes,
      ways: [{id: 4, nodes: [1, 13, 7], tags: {highway: 'residential', name: 'Fen Walk'}}],
      relations: [
        {
          id: 9,
          members: [
            {kind: 'way', id: 4, role: 'from'},
            {kind: 'node', id: 7, role: 'via'},
          ],
          tags: {type: 'restriction'},
        },
      ],
    };
    const [, dense, ways, relations] = blobs(writePbf(small, 'a test'));
    expect(dense!.content.length).toBeGreaterThan(65_535);
    const groups = (content: Uint8Array) => {
      const found: {strings: string[]; group: Uint8Array} = {strings: [], group: new Uint8Array()};
      return new PbfReader(content).readFields((tag, to: typeof found, pbf) => {
        if (tag === 1) pbf.readMessage((_, list: string[], table) => list.push(table.readString()), to.strings);
        if (tag === 2) to.group = pbf.readBytes();
      }, found);
    };
    type Fields = Record<number, number[]>;
    const packed = (content: Uint8Array, message: number, signed: readonly number[]): Fields =>
      new PbfReader(content).readFields((tag, to: Fields, pbf) => {
        if (tag !== message) return;
        pbf.readMessage((field, into: Fields, inner) => {
          into[field] =
            field === 1 && message !== 2
              ? [inner.readVarint()]
              : signed.includes(field)
                ? inner.readPackedSVarint()
                : inner.readPackedVarint();
        }, to);
      }, {});
    const sums = (steps: readonly number[]) => steps.map((_, i) => steps.slice(0, i + 1).reduce((a, b) => a + b, 0));
    const d = groups(dense!.content);
    const n = packed(d.group, 2, [1, 8, 9]);
    expect(sums(n[1]!.slice(0, 50))).toEqual(nodes.slice(0, 50).map((v) => v.id));
    expect(sums(n[9]!.slice(0, 50))).toEqual(nodes.slice(0, 50).map((v) => Math.round(v.lon * 1e7)));
    expect(sums(n[8]!.slice(0, 50))).toEqual(nodes.slice(0, 50).map((v) => Math.round(v.lat * 1e7)));
    expect(n[10]!.slice(0, 9)).toEqual([
      0,
      0,
      0,
      0,
      0,
      d.strings.indexOf('barrier'),
      d.strings.indexOf('bollard'),
      0,
      0,
    ]);
    const w = groups(ways!.content);
    const one = packed(w.group, 3, [8]);
    expect(sums(one[8]!)).toEqual([1, 13, 7]);
    expect([one[2]!, one[3]!].map((list) => list.map((s) => w.strings[s]))).toEqual([
      ['highway', 'name'],
      ['residential', 'Fen Walk'],
    ]);
    const r = packed(groups(relations!.content).group, 4, [9]);
    expect([sums(r[9]!), r[10]]).toEqual([
      [4, 7],
      [1, 0],
    ]);
  });

  it('is of a size that a laptop draws at once, and every way has its nodes', () => {
    expect(streets.nodes.length).toBeGreaterThan(6000);
    expect(streets.nodes.length).toBeLessThan(15_000);
    for (const w of streets.ways) for (const id of w.nodes) expect(placeOf.has(id)).toBe(true);
  });

  it('has every kind of street that the travel rules tell apart', () => {
    const kinds = new Set(streets.ways.map((w) => w.tags.highway));
    for (const kind of [
      'trunk',
      'primary',
      'secondary',
      'tertiary',
      'unclassified',
      'residential',
      'service',
      'track',
      'footway',
      'cycleway',
      'steps',
    ]) {
      expect(kinds, kind).toContain(kind);
    }
    expect(withTag('name', 'High Street').length).toBeGreaterThan(0);
    expect(withTag('name', 'High Street').every((w) => w.tags.oneway === 'yes')).toBe(true);
    expect(withTag('junction', 'roundabout')).toHaveLength(4);
    expect(streets.nodes.filter((n) => n.tags.barrier === 'bollard').length).toBeGreaterThan(3);
    for (const key of ['waterway', 'railway', 'leisure']) expect(withTag(key).length, key).toBeGreaterThan(0);
    expect(withTag('natural', 'coastline')).toHaveLength(1);
  });

  it('goes clockwise round its roundabouts, as traffic does in England', () => {
    for (const w of withTag('junction', 'roundabout')) {
      const ring = w.nodes.slice(1).map((id) => placeOf.get(id)!);
      const twice = ring.reduce((sum, p, i) => {
        const q = ring[(i + 1) % ring.length]!;
        return sum + p[0] * q[1] - q[0] * p[1] - ring[0]![0] * (q[1] - p[1]) + ring[0]![1] * (q[0] - p[0]);
      }, 0);
      expect(twice).toBeLessThan(0);
    }
  });

  it('lets everyone drive and walk from anywhere to the market place and back', () => {
    const market: Place = [1.2, 53.64];
    for (const mode of ['drive', 'walk'] as const) {
      const there = new StreetOracle(streets, mode);
      const turned = {
        ...streets,
        ways: streets.ways.map((w) => (w.tags.oneway === 'yes' ? {...w, nodes: [...w.nodes].reverse()} : w)),
      };
      const back = new StreetOracle(turned, mode);
      expect(there.towards(market).minutes.size, mode).toBe(there.nodes);
      expect(back.towards(market).minutes.size, mode).toBe(back.nodes);
    }
  });

  it('crosses the river by two bridges and by nothing else', () => {
    const bridges = withTag('bridge', 'yes');
    expect([...new Set(bridges.map((w) => w.tags['bridge:name']))].sort()).toEqual(['Old Bridge', 'Ropery Bridge']);
    const market: Place = [1.2, 53.64];
    const hollingarth: Place = [1.264, 53.702];
    for (const closed of [['Old Bridge'], ['Ropery Bridge'], ['Old Bridge', 'Ropery Bridge']]) {
      const left = {...streets, ways: streets.ways.filter((w) => !closed.includes(w.tags['bridge:name'] ?? ''))};
      for (const mode of ['drive', 'walk'] as const) {
        const minutes = new StreetOracle(left, mode).table([hollingarth], [market]).minutes[0]![0]!;
        expect(Number.isFinite(minutes), `${mode} with ${closed.join(' and ')} closed`).toBe(closed.length === 1);
      }
    }
  });

  it('bans turns from the end of one street, at a junction, into the end of another', () => {
    expect(streets.relations.length).toBeGreaterThanOrEqual(2);
    for (const r of streets.relations) {
      expect(r.tags.type).toBe('restriction');
      expect(r.tags.restriction).toMatch(/^no_(left|right)_turn$/);
      const member = (role: string) => r.members.find((m) => m.role === role)!.id;
      for (const role of ['from', 'to']) {
        const way = streets.ways.find((w) => w.id === member(role))!;
        expect([way.nodes[0], way.nodes[way.nodes.length - 1]], role).toContain(member('via'));
      }
    }
  });
});

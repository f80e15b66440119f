import {describe, expect, it} from 'vitest';
import {type Osm, writePbf} from '../../../seeds/write-pbf.ts';
import {drain} from '../../../src/core/job.ts';
import {blobsOf, unpackBlob} from '../../../src/core/read/osm-pbf-blobs.ts';
import {readOsm} from '../../../src/core/read/osm-streets.ts';
import {bytesSource} from '../graph/real-streets.ts';
import {seeded} from '../random-town.ts';

const text = (words: string) => new TextEncoder().encode(words);
const read = (bytes: Uint8Array, name = 'streets.osm.pbf') => drain(readOsm(bytesSource(bytes, name)));

function sentence(bytes: Uint8Array, name?: string): string {
  const result = read(bytes, name);
  return result.ok ? 'was read' : result.sentence;
}

const VILLAGE: Osm = {
  nodes: [1, 2, 3, 4].map((id) => ({
    id,
    lon: -0.7 + id / 1000,
    lat: 52.6,
    tags: (id === 3 ? {barrier: 'gate'} : {}) as Record<string, string>,
  })),
  ways: [
    {id: 10, nodes: [1, 2, 3], tags: {highway: 'residential', name: 'Mill Lane'}},
    {id: 11, nodes: [3, 4], tags: {highway: 'footway'}},
  ],
  relations: [
    {
      id: 20,
      members: [
        {kind: 'way', id: 10, role: 'from'},
        {kind: 'node', id: 3, role: 'via'},
        {kind: 'way', id: 11, role: 'to'},
      ],
      tags: {type: 'restriction', restriction: 'no_left_turn'},
    },
  ],
};
const village = writePbf(VILLAGE, 'a test');

/** Fields of a protocol buffer, enough to write a blob by hand. */
function field(number: number, value: number | Uint8Array): number[] {
  if (typeof value === 'number') return [...varint(number * 8), ...varint(value)];
  return [...varint(number * 8 + 2), ...varint(value.length), ...value];
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}

function blob(type: string, packed: number[], size = packed.length): Uint8Array {
  const header = [...field(1, text(type)), ...field(3, size)];
  return Uint8Array.from([0, 0, header.length >> 8, header.length & 255, ...header, ...packed]);
}

const together = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const plain = (type: string, inner: Uint8Array | number[]) => blob(type, field(1, Uint8Array.from(inner)));
const header = (...features: string[]) =>
  plain(
    'OSMHeader',
    features.flatMap((feature) => field(4, text(feature))),
  );
const known = header('OsmSchema-V0.6', 'DenseNodes');

/** Blocks of the village, unpacked. */
const inside = () => [...blobsOf([village])].map(({type, packed}) => ({type, bytes: unpackBlob(packed).slice()}));

describe('a file of streets that cannot be used', () => {
  it('is read where nothing is wrong with it: the ground of the tests below', () => {
    expect(read(village)).toMatchObject({ok: true, report: {found: {nodes: 4, ways: 2, relations: 1}, waysTaken: 2}});
    expect(read(together(...inside().map(({type, bytes}) => plain(type, bytes)))).ok).toBe(true);
  });

  it.each<[string, Uint8Array, string]>([
    ['is empty', new Uint8Array(0), 'streets.osm.pbf is empty: download it again.'],
    ['is text', text('lsoa21cd,residents\nE01000001,1465\n'), 'streets.osm.pbf is not an OpenStreetMap PBF file.'],
    ['is short text', text('abc'), 'streets.osm.pbf breaks off in the block that starts at byte 0: download it again.'],
    [
      'is a web page',
      text('<!DOCTYPE html><html><body>Not found</body></html>'),
      'streets.osm.pbf is not OpenStreetMap XML: it starts with <html>, not <osm>.',
    ],
    ['is gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'streets.osm.pbf is compressed with gzip: unpack it first.'],
    [
      'has no header',
      together(plain('OSMData', [])),
      'streets.osm.pbf is not an OpenStreetMap PBF file: its header is missing.',
    ],
    ['is only a header', known, 'streets.osm.pbf holds no ways: choose an extract with “highway” ways in it.'],
    ['is a history file', header('OsmSchema-V0.6', 'HistoricalInformation'), 'with every version of every street'],
    ['needs what nobody knows', header('OsmSchema-V0.7'), 'needs the PBF feature “OsmSchema-V0.7”'],
    ['lies about the size of a block', together(known, blob('OSMData', [1, 2], 0x7fffffff)), 'claims 2147483647 bytes'],
    [
      'lies about the unpacked size',
      together(known, blob('OSMData', [...field(2, 2 ** 31), ...field(3, Uint8Array.of(1))])),
      'claims to unpack to 2147483648 bytes',
    ],
    [
      'is packed with Zstandard',
      together(known, blob('OSMData', field(7, Uint8Array.of(1)))),
      'is packed with Zstandard',
    ],
    [
      'is packed with rubbish',
      together(known, blob('OSMData', [...field(2, 9), ...field(3, Uint8Array.of(1, 2, 3))])),
      'cannot be unpacked',
    ],
    ['has an empty block', together(known, blob('OSMData', [])), 'holds an empty block'],
    [
      'has a block without words',
      together(known, plain('OSMData', field(2, Uint8Array.of()))),
      'without its table of words',
    ],
  ])('%s', (_, bytes, said) => {
    expect(sentence(bytes)).toContain(said);
  });

  it('has ways but no streets among them', () => {
    const house = {...VILLAGE, ways: [{id: 10, nodes: [1, 2, 3, 1], tags: {building: 'yes'}}], relations: []};
    expect(sentence(writePbf(house, 'a test'))).toContain(
      'holds no street that a car, a cycle or a person on foot could use',
    );
  });

  it('has streets whose points are elsewhere', () => {
    const elsewhere = {...VILLAGE, nodes: [{id: 99, lon: 0, lat: 52, tags: {}}]};
    expect(sentence(writePbf(elsewhere, 'a test'))).toContain('none of the points they pass through');
  });

  it('is cut short anywhere: said so, never half read', () => {
    for (let length = 0; length < village.length; length++) {
      const said = sentence(village.subarray(0, length));
      // Cut between two blocks the rest is a whole file; what it then lacks is said, but for the relations at its end.
      const whole = length >= village.length - lastBlobLength();
      if (!(whole && said === 'was read')) expect(said).toMatch(/^streets\.osm\.pbf (is|holds|breaks) .+\.$/);
      expect(said === 'was read').toBe(length === village.length - lastBlobLength());
    }
  });

  it('is damaged anywhere: read or refused, never a crash, never without end', () => {
    const next = seeded(7);
    const blocks = inside();
    let refused = 0;
    for (let round = 0; round < 6000; round++) {
      const damaged = blocks.map(({type, bytes}) => ({type, bytes: bytes.slice()}));
      for (let hits = 1 + Math.floor(next() * 3); hits > 0; hits--) {
        const {bytes} = damaged[Math.floor(next() * damaged.length)]!;
        bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      }
      const said = sentence(together(...damaged.map(({type, bytes}) => plain(type, bytes))));
      if (said !== 'was read') refused++;
      expect(said).toMatch(/^(was read|streets\.osm\.pbf .+\.)$/);
    }
    expect(refused).toBeGreaterThan(1000);
    for (let round = 0; round < 2000; round++) {
      const bytes = village.slice();
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      expect(sentence(bytes)).toMatch(/^(was read|streets\.osm\.pbf .+\.)$/);
    }
  });
});

function lastBlobLength(): number {
  const ends = [...blobsOf([village])].map(({endsAt}) => endsAt);
  return ends.at(-1)! - ends.at(-2)!;
}

describe('OpenStreetMap XML that cannot be used', () => {
  const way = '<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>';
  const nodes = '<node id="1" lat="52.6" lon="-0.7"/><node id="2" lat="52.6" lon="-0.701"/>';

  it.each<[string, string, string]>([
    ['another root', '<gpx></gpx>', 'it starts with <gpx>, not <osm>'],
    ['a change file', '<?xml version="1.0"?><osmChange/>', 'it starts with <osmChange>, not <osm>'],
    ['no element', '<?xml version="1.0"?>', 'has no <osm> element'],
    ['no end', `<osm>${nodes}${way}`, 'breaks off before its end'],
    ['cut in a tag', `<osm>${nodes}${way}<way id="3`, 'breaks off before its end'],
    [
      'a number that is none',
      `<osm>${nodes.replace('52.6', 'north')}${way}</osm>`,
      'a node whose “lat” is not a number',
    ],
    ['a tag without end', `<osm a="${'x'.repeat(1_100_000)}`, 'a tag that never closes'],
    ['one in another', `<osm><way id="1"><node id="2" lat="1" lon="2"/></way></osm>`, 'holds a <node> inside a <way>'],
  ])('%s', (_, xml, said) => {
    expect(sentence(text(xml), 'place.osm')).toContain(said);
    expect(sentence(text(xml), 'place.osm')).toMatch(/^place\.osm .+\.$/);
  });

  it('but comments, entities, either quotation mark and deleted objects are read as meant', () => {
    const xml = `\uFEFF<?xml version='1.0'?>\n<!-- a <way> > in a comment -->\n<osm version="0.6">${nodes}<node id='3' visible='false' lat='1' lon='1'/>
      <way id='7'><nd ref='1'/><nd ref='2'/><tag k='highway' v='residential'/><tag k='name' v='Rock &amp; &#x52;oll &lt;Lane&gt; "A > B"'/></way></osm>`;
    const result = read(text(xml), 'place.osm');
    expect(result.ok && new TextDecoder().decode(result.network.nameBytes.slice())).toBe('Rock & Roll <Lane> "A > B"');
    expect(result.ok && result.report.found).toEqual({nodes: 2, ways: 1, relations: 0});
  });
});

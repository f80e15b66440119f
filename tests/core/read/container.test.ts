import {gzipSync, strToU8, zipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {openContainer} from '../../../src/core/read/container.ts';
import {chunksOf, code, csv, readingOf, refusal, taken} from './reading-of.ts';

const TABLE = csv([
  ['LSOA21CD', 'IMDRank', 'IMDDecil'],
  ...Array.from({length: 300}, (_, index) => [code(index + 1), index + 1, 1]),
]);
const bytes = strToU8(TABLE);

describe('packed files', () => {
  it('the same table is read plain, as gzip, and as the only file of a zip', () => {
    const plain = taken('deprivation', TABLE);
    for (const [packed, form] of [
      [gzipSync(bytes), 'gzip'],
      [zipSync({'folder/table.csv': bytes}), 'zip'],
      [zipSync({'table.csv': [bytes, {level: 0}]}), 'zip'],
    ] as const) {
      const reading = taken('deprivation', packed);
      expect(reading.codes).toEqual(plain.codes);
      expect(reading.form).toContain(form);
    }
  });

  it('folders, macOS leftovers and papers beside the file do not count', () => {
    const zip = zipSync({
      'a/': new Uint8Array(0),
      'a/table.csv': bytes,
      '__MACOSX/._table.csv': strToU8('x'),
      'a/.DS_Store': strToU8('x'),
      'README.txt': strToU8('x'),
      'a/Licence.pdf': strToU8('x'),
    });
    expect(taken('deprivation', zip).rowsTaken).toBe(300);
  });

  it('several gzip members one after another are one file', () => {
    const half = bytes.length >> 1;
    const both = new Uint8Array([...gzipSync(bytes.slice(0, half)), ...gzipSync(bytes.slice(half))]);
    expect(taken('deprivation', both).rowsTaken).toBe(300);
  });

  it('more than one file is refused by name', () => {
    expect(refusal(zipSync({'one.csv': bytes, 'sub/two.csv': bytes}), 'both.zip')).toBe(
      'both.zip holds 2 files (one.csv and two.csv). Unpack it and give Closer the one you need.',
    );
  });

  it('a name inside that points elsewhere is only ever a name', () => {
    expect(refusal(zipSync({'../../etc/passwd': strToU8('nothing here')}), 'odd.zip')).toContain('odd.zip › passwd');
  });

  it.each([
    ['nothing', new Uint8Array(0), 'x.csv is empty'],
    ['an empty gzip', gzipSync(new Uint8Array(0)), 'x.csv is empty'],
    ['an empty zip', zipSync({}), 'zip file with nothing in it'],
    ['a gzip in a gzip', gzipSync(gzipSync(bytes)), 'holds another packed file'],
    ['a zip in a zip', zipSync({'in.zip': zipSync({'a.csv': bytes})}), 'x.csv › in.zip holds another packed file'],
    ['a broken workbook', zipSync({'xl/workbook.xml': strToU8('x')}), 'holds XML that is cut short or not well formed'],
    [
      'a letter',
      zipSync({'[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x')}),
      'is a Word document',
    ],
    ['a timetable', zipSync({'stops.txt': strToU8('x'), 'stop_times.txt': strToU8('x')}), 'public transport timetable'],
    ['a PDF', strToU8('%PDF-1.7 …'), 'is a PDF document'],
    [
      'an old or locked workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      'locked with a password',
    ],
    ['a database', strToU8('SQLite format 3\0'), 'a database that is cut short'],
    ['7-Zip', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0), '7-Zip archive'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'is a picture'],
  ])('%s is refused as what it is', (_, content, sentence) => {
    expect(refusal(content, 'x.csv')).toContain(sentence);
  });

  it('a locked zip says that it is locked', () => {
    const zip = zipSync({'table.csv': bytes});
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) zip[at + 8] = zip[at + 8]! | 1;
    expect(refusal(zip, 'secret.zip')).toContain('secret.zip › table.csv is locked with a password');
  });

  it('gzip or zip cut anywhere is said to be cut or damaged', () => {
    for (const packed of [gzipSync(bytes), zipSync({'table.csv': bytes})])
      for (let cut = 12; cut < packed.length - 1; cut += 97)
        expect(refusal(packed.slice(0, cut), 'part')).toMatch(/cut short or damaged|Download it again/);
  });

  it('a flipped byte inside is found by the checksum', () => {
    const whole = gzipSync(bytes);
    for (let at = 20; at < whole.length; at += 61) {
      const damaged = whole.slice();
      damaged[at] = damaged[at]! ^ 0x10;
      expect(refusal(damaged)).toContain('cut short or damaged');
    }
  });

  it('a bomb is stopped long before it fills the memory', () => {
    const lines = strToU8(`name,lon,lat\n${'Elm'.repeat(9_000)},-0.7,52.6\n`);
    const content = new Uint8Array(90_000_000);
    for (let at = 0; at + lines.length <= content.length; at += lines.length) content.set(lines, at);
    const bomb = gzipSync(content, {level: 9});
    expect(bomb.length * 250).toBeLessThan(content.length);
    expect(refusal(bomb, 'bomb.gz')).toContain('bomb.gz unpacks to far more than any published file holds');
    expect(refusal(gzipSync(new Uint8Array(20_000_000).fill(32)), 'blank.gz')).toContain(
      'blank.gz holds nothing but empty lines',
    );
  });

  it('what is inside comes out as a stream', () => {
    const opened = drain(openContainer(chunksOf(gzipSync(bytes), 100), 'dir\\table.csv.gz'));
    expect(opened).toMatchObject({form: 'text', packed: 'gzip', name: 'table.csv.gz'});
    if (!('bytes' in opened)) throw new Error(opened.form);
    expect(new TextDecoder().decode(new Uint8Array([...opened.bytes].flatMap((chunk) => [...chunk])))).toBe(TABLE);
  });

  it('streets are recognised packed or not, as PBF and as XML', () => {
    const pbf = Uint8Array.of(0, 0, 0, 13, 0x0a, 9, ...strToU8('OSMHeader'), 0x18, 1);
    const xml = strToU8('<?xml version="1.0"?>\n<osm version="0.6"></osm>');
    for (const [content, format] of [
      [pbf, 'pbf'],
      [gzipSync(pbf), 'pbf'],
      [xml, 'xml'],
      [zipSync({'map.osm': xml}), 'xml'],
    ] as const)
      expect(readingOf(content, 'x')).toMatchObject({kind: 'streets', format});
    expect(refusal(pbf, 'map.osm.pbf', 'sites')).toContain('holds streets and not sites');
  });
});

import {peek} from './byte-stream.ts';
import type {Row} from './csv.ts';
import {decodeText} from './decode-text.ts';
import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';
import {attributesOf, below, unescaped, xmlTree} from './xml-fragment.ts';
import {xmlPieces} from './xml-pieces.ts';
import {unzipped, type ZipEntry} from './zip.ts';

/**
 * An Excel workbook (.xlsx) as sheets of text rows: only values, as they were last worked out. Read straight from the XML of
 * ECMA-376 (parts 18.2 to 18.4 and 18.18), a row at a time, so that a sheet of millions of cells needs little memory.
 */
export interface Sheet {
  name: string;
  rows(): Generator<Row>;
}

export interface Archive {
  zip: Uint8Array;
  entries: readonly ZipEntry[];
  name: string;
}

export function workbookSheets(archive: Archive): Sheet[] {
  const {name} = archive;
  const book = xmlTree(whole(archive, 'xl/workbook.xml'), name);
  const targets = new Map(
    below(xmlTree(whole(archive, 'xl/_rels/workbook.xml.rels'), name), 'Relationship').map(({attributes}) => [
      attributes.Id,
      attributes.Target ?? '',
    ]),
  );
  let strings: string[] | null = null;
  const shared = () => (strings ??= sharedStrings(archive));
  return below(book, 'sheet')
    .filter(({attributes}) => attributes.state === undefined || attributes.state === 'visible')
    .map(({attributes}) => {
      const path = `xl/${(targets.get(attributes.id) ?? '').replace(/^\/?(xl\/)?/, '')}`;
      return {name: attributes.name ?? '', rows: () => sheetRows(archive, path, shared)};
    });
}

function sharedStrings(archive: Archive): string[] {
  const entry = archive.entries.find((each) => each.name === 'xl/sharedStrings.xml');
  if (!entry) return [];
  const strings: string[] = [];
  let letters = 0;
  for (const {xml} of xmlPieces(textOf(archive, entry), 'si', archive.name)) {
    if (xml === '') continue;
    // Pronunciation guides (rPh) repeat the text in another script.
    const text = [
      ...xml
        .replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
        .matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g),
    ]
      .map(([, inner]) => inner)
      .join('');
    strings.push(unescaped(text));
    letters += text.length;
    if (letters > LIMITS.memberLength)
      throw new Unreadable(
        `${archive.name} holds more text than Closer reads from a workbook. Save the sheet you need as CSV.`,
      );
  }
  return strings;
}

const CELL = /<(?:\w+:)?c((?:\s+[\w:]+\s*=\s*"[^"]*")*)\s*(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

function* sheetRows(archive: Archive, path: string, shared: () => string[]): Generator<Row> {
  const entry = archive.entries.find((each) => each.name === path);
  if (!entry)
    throw new Unreadable(`${archive.name} names a sheet that is not in it. Open it in Excel and save it again.`);
  const strings = shared();
  let row = 0;
  for (const {xml} of xmlPieces(textOf(archive, entry), 'row', archive.name)) {
    if (xml === '') continue;
    const said = Number(attributesOf(xml.slice(0, xml.indexOf('>'))).r);
    row = Number.isInteger(said) && said > row ? said : row + 1;
    const cells: string[] = [];
    let column = -1;
    for (const [, written, inner] of xml.matchAll(CELL)) {
      const {r, t} = attributesOf(written!);
      column = r === undefined ? column + 1 : columnOf(r, column + 1);
      if (column >= LIMITS.columns)
        throw new Unreadable(`${archive.name}, row ${row} has more columns than any sheet may have. Save it afresh.`);
      while (cells.length < column) cells.push('');
      cells[column] = cellText(t, inner ?? '', strings);
    }
    yield {row, cells};
  }
}

function cellText(type: string | undefined, inner: string, strings: readonly string[]): string {
  if (type === 'inlineStr')
    return unescaped(
      [...inner.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)].map(([, text]) => text).join(''),
    );
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inner)?.[1] ?? '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'str' || type === 'e' || type === 'd') return unescaped(value);
  // Excel stores 0.7 as 0.69999999999999996: the shortest number that means the same is what the cell shows.
  return value === '' || Number.isNaN(Number(value)) ? unescaped(value) : String(Number(value));
}

function columnOf(reference: string, otherwise: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return otherwise;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A small part of an archive, whole. */
export function whole(archive: Archive, path: string): string {
  const entry = archive.entries.find((each) => each.name === path);
  if (!entry)
    throw new Unreadable(`${archive.name} is a damaged workbook: it lacks ${path}. Open it and save it again.`);
  let text = '';
  for (const chunk of textOf(archive, entry)) {
    text += chunk;
    if (text.length > LIMITS.lineLength)
      throw new Unreadable(
        `${archive.name} has a table of contents longer than Closer reads. Save the sheet you need as CSV.`,
      );
  }
  return text.replace(/^\ufeff/, '');
}

export function textOf({zip, name}: Archive, entry: ZipEntry): Iterable<string> {
  const {head, all} = peek(unzipped(zip, entry, name), 4_096);
  return decodeText(head, all, name).text;
}

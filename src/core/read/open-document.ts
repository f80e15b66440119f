import type {Row} from './csv.ts';
import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';
import {type Archive, type Sheet, textOf, whole} from './workbook.ts';
import {attributesOf, unescaped} from './xml-fragment.ts';
import {xmlPieces} from './xml-pieces.ts';

/**
 * An OpenDocument spreadsheet (.ods) as sheets of text rows (ODF 1.3, part 3, chapter 9). All sheets stand in one stream, so
 * the first pass takes the names, and reading a sheet passes over those before it. Repeated empty rows and cells, by which
 * the format fills a sheet to its edge, are counted and not made.
 */
export function openDocumentSheets(archive: Archive): Sheet[] {
  if (
    archive.entries.some(({name}) => name === 'META-INF/manifest.xml') &&
    whole(archive, 'META-INF/manifest.xml').includes('encryption-data')
  )
    throw new Unreadable(`${archive.name} is locked with a password. Save it without one.`);
  const names: string[] = [];
  for (const {before} of contentRows(archive))
    for (const tag of before.matchAll(TABLE)) names.push(attributesOf(tag[1]!).name ?? '');
  return names.map((name, index) => ({name, rows: () => sheetRows(archive, index)}));
}

const TABLE = /<table:table(\s[^>]*)>/g;

function contentRows(archive: Archive) {
  const entry = archive.entries.find(({name}) => name === 'content.xml');
  if (!entry)
    throw new Unreadable(`${archive.name} is a damaged spreadsheet: it lacks its content. Open it and save it again.`);
  return xmlPieces(textOf(archive, entry), 'table-row', archive.name);
}

function* sheetRows(archive: Archive, wanted: number): Generator<Row> {
  let sheet = -1;
  let row = 1;
  for (const {before, xml} of contentRows(archive)) {
    const started = [...before.matchAll(TABLE)].length;
    if (started > 0) {
      sheet += started;
      row = 1;
    }
    if (sheet > wanted) return;
    if (sheet < wanted || xml === '') continue;
    const repeated = repeats(xml.slice(0, xml.indexOf('>')), 'number-rows-repeated');
    const cells = cellsOf(xml);
    const made = cells.length === 0 ? 0 : Math.min(repeated, LIMITS.quotedLines);
    for (let copy = 0; copy < made; copy++) yield {row: row + copy, cells: [...cells]};
    row += repeated;
  }
}

const CELL = /<table:(?:covered-)?table-cell((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/table:(?:covered-)?table-cell>)/g;

function cellsOf(xml: string): string[] {
  const cells: string[] = [];
  let empty = 0;
  for (const [, attributes, inner] of xml.matchAll(CELL)) {
    const value = cellText(attributes!, inner ?? '');
    const copies = repeats(attributes!, 'number-columns-repeated');
    if (value === '') {
      empty += copies;
      continue;
    }
    for (; empty > 0 && cells.length < LIMITS.columns; empty--) cells.push('');
    for (let copy = 0; copy < copies && cells.length < LIMITS.columns; copy++) cells.push(value);
  }
  return cells;
}

function cellText(attributes: string, inner: string): string {
  const value = /office:value="([^"]*)"/.exec(attributes)?.[1];
  if (value !== undefined && /office:value-type="(float|percentage|currency)"/.test(attributes))
    return String(Number(value));
  const date = /office:date-value="([^"]*)"/.exec(attributes)?.[1];
  if (date !== undefined) return date.slice(0, 10);
  // Notes that hang on a cell are paragraphs too, but not its text.
  const own = inner.replace(/<office:annotation[\s\S]*?<\/office:annotation>/g, '');
  const paragraphs = [...own.matchAll(/<text:p(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/text:p>)/g)].map(([, text]) =>
    unescaped((text ?? '').replace(/<text:s(?:\s[^>]*)?\/>/g, ' ').replace(/<[^>]*>/g, '')),
  );
  return paragraphs.join('\n');
}

function repeats(attributes: string, name: string): number {
  const count = Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
  return count >= 1 && count <= 2_000_000 ? count : 1;
}

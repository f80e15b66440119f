import type {Job} from '../job.ts';
import {peek} from './byte-stream.ts';
import type {Opened, OpenedFile} from './container.ts';
import {decodeText} from './decode-text.ts';
import {jsonRecords, keyholeRecords, shapefileRecords} from './feature-records.ts';
import {geopackageRecords} from './geopackage.ts';
import {LIMITS} from './limits.ts';
import {openDocumentSheets} from './open-document.ts';
import type {ReadingAids} from './reading-aids.ts';
import {inFront, type Records, tableOf} from './records.ts';
import {textTable} from './text-table.ts';
import {Unreadable} from './unreadable.ts';
import {quoted} from './wording.ts';
import {type Archive, type Sheet, workbookSheets} from './workbook.ts';
import {otherXml} from './xml-sniff.ts';

/** What a file holds, by its first letters: streets for their own reader, or records; a workbook has a set for every sheet. */
export function* openRecords(opened: Opened, {openDatabase}: ReadingAids): Job<Records[] | 'pbf' | 'xml'> {
  switch (opened.form) {
    case 'osm-pbf':
      return 'pbf';
    case 'geopackage':
      return yield* geopackageRecords(opened.bytes, opened.name, wrappingOf(opened), openDatabase);
    case 'text':
      return textRecords(opened);
    case 'workbook':
      return yield* sheetsOf(opened, workbookSheets(opened), 'Excel workbook');
    case 'spreadsheet':
      return yield* sheetsOf(opened, openDocumentSheets(opened), 'OpenDocument spreadsheet');
    case 'shapefile':
      return [shapefileRecords(opened)];
  }
}

function wrappingOf({packed}: OpenedFile): string {
  return packed === 'plain' ? '' : `, ${packed}`;
}

function textRecords(opened: OpenedFile): Records[] | 'xml' {
  const {bytes, name} = opened;
  const {head, all} = peek(bytes, 4_096);
  const decoded = decodeText(head, all, name);
  const text = decoded.text[Symbol.iterator]();
  let start = '';
  while (start.trim() === '') {
    const next = text.next();
    if (next.done || start.length > LIMITS.blankLetters)
      throw new Unreadable(`${name} holds nothing but empty lines. Download it again.`);
    start += next.value;
  }
  const wrapping = wrappingOf(opened);
  // Features a line each may be set apart by a record separator.
  const letter = start.replaceAll('\u001e', ' ').trimStart()[0];
  if (letter === '{' || letter === '[') return [jsonRecords(inFront([start], text), name, wrapping)];
  if (letter !== '<') return [textTable(start, text, name, decoded.encoding, wrapping)];
  while (start.length < 1_024) {
    const next = text.next();
    if (next.done) break;
    start += next.value;
  }
  const opening = start.slice(0, 4_096);
  if (/<osm[\s>]/.test(opening)) return 'xml';
  if (/<kml[\s>]/i.test(opening)) return [keyholeRecords(inFront([start], text), name, wrapping)];
  throw new Unreadable(otherXml(opening, name));
}

function* sheetsOf({name}: Archive, sheets: readonly Sheet[], kind: string): Job<Records[]> {
  if (sheets.length === 0)
    throw new Unreadable(`${name} is a spreadsheet without any sheet to be seen. Open it and save it again.`);
  const all: Records[] = [];
  for (const [index, sheet] of sheets.entries()) {
    yield {done: index, of: sheets.length, doing: `Opening ${name}`};
    all.push({...tableOf(sheet.rows(), () => `${kind}, sheet ${quoted(sheet.name)}`), sheet: sheet.name});
  }
  return all;
}

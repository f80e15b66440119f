import type {Job} from '../job.ts';
import {peek} from './byte-stream.ts';
import {type Form, sniff} from './file-signatures.ts';
import {gather} from './gather.ts';
import {gunzipped} from './inflate.ts';
import {Unreadable} from './unreadable.ts';
import {counted, listed, plainName} from './wording.ts';
import type {Archive} from './workbook.ts';
import {unzipped, type ZipEntry, zipEntries} from './zip.ts';

/**
 * Opens what a file is wrapped in: nothing, gzip, or a zip that holds exactly one file worth reading. What comes out is a
 * form Closer reads and its bytes as a stream; anything else throws `Unreadable`. One wrapping only: an archive inside an
 * archive is refused, for no publisher makes one and every bomb does.
 */
export type Opened = OpenedFile | OpenedArchive;

export interface OpenedFile {
  form: Exclude<Form, 'gzip' | 'zip'>;
  packed: 'plain' | 'gzip' | 'zip';
  /** How sentences name it: “boundaries.zip › lsoa.geojson” where something is inside. */
  name: string;
  bytes: Iterable<Uint8Array>;
}

/** What is a zip of many parts by its nature. */
export interface OpenedArchive extends Archive {
  form: 'workbook' | 'spreadsheet' | 'shapefile';
}

const HEAD = 4_096;

export function* openContainer(chunks: Iterable<Uint8Array>, fileName: string): Job<Opened> {
  const name = plainName(fileName);
  const {head, all} = peek(chunks, HEAD);
  if (head.length === 0) throw new Unreadable(`${name} is empty. Download it again, or choose another file.`);
  const sniffed = sniff(head);
  if ('say' in sniffed) throw new Unreadable(`${name} ${sniffed.say}.`);
  if (sniffed.form === 'gzip') return inside(gunzipped(all, name), name, 'gzip');
  if (sniffed.form === 'zip') return yield* openZip(all, name);
  return {form: sniffed.form, packed: 'plain', name, bytes: all};
}

function* openZip(chunks: Iterable<Uint8Array>, name: string): Job<Opened> {
  const zip = yield* gather(chunks, name, 'as a zip. Unpack it and give Closer the file inside.');
  const entries = zipEntries(zip, name);
  const form = archiveOf(entries);
  if (form) return {form, zip, entries, name};
  const entry = onlyUsable(entries, name);
  const inner = `${name} › ${plainName(entry.name)}`;
  return inside(unzipped(zip, entry, inner), inner, 'zip');
}

function inside(bytes: Iterable<Uint8Array>, name: string, packed: 'gzip' | 'zip'): OpenedFile {
  const {head, all} = peek(bytes, HEAD);
  if (head.length === 0) throw new Unreadable(`${name} is empty. Download it again, or choose another file.`);
  const sniffed = sniff(head);
  if ('say' in sniffed) throw new Unreadable(`${name} ${sniffed.say}.`);
  if (sniffed.form === 'gzip' || sniffed.form === 'zip')
    throw new Unreadable(`${name} holds another packed file. Unpack it and give Closer the file inside.`);
  return {form: sniffed.form, packed, name, bytes: all};
}

const BESIDE =
  /(^|\/)(__macosx\/|\.[^./]|thumbs\.db$|desktop\.ini$|(readme|licen[cs]e|metadata|copyright)[^/]*$)|\.(pdf|html?|docx?|rtf)$/i;

function onlyUsable(entries: ZipEntry[], name: string): ZipEntry {
  const files = entries.filter((entry) => !entry.name.endsWith('/') && entry.size > 0 && !BESIDE.test(entry.name));
  const only = files[0];
  if (!only)
    throw new Unreadable(`${name} is a zip file with nothing in it that Closer could read. Download it again.`);
  const known = bundle(files);
  if (known) throw new Unreadable(`${name} ${known}.`);
  const map = onlyMap(files);
  if (map) return map;
  if (files.length > 1) {
    const names = listed(files.map((entry) => plainName(entry.name)));
    throw new Unreadable(
      `${name} holds ${counted(files.length, 'file')} (${names}). Unpack it and give Closer the one you need.`,
    );
  }
  return only;
}

/** Bundles that Closer reads part by part. */
function archiveOf(entries: readonly ZipEntry[]): OpenedArchive['form'] | null {
  const has = (name: RegExp) => entries.some((entry) => name.test(entry.name));
  if (has(/^xl\/workbook\.xml$/)) return 'workbook';
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'spreadsheet';
  return has(/\.shp$/i) ? 'shapefile' : null;
}

/** The one .kml of a .kmz, which is a zip of it and the pictures it shows; where there is a doc.kml beside it, that only points to it. */
function onlyMap(files: readonly ZipEntry[]): ZipEntry | null {
  const maps = files.filter((entry) => /\.kml$/i.test(entry.name));
  if (maps.length === 0 || files.some((entry) => !/\.(kml|png|jpe?g|gif|dae)$/i.test(entry.name))) return null;
  const layers = maps.length === 1 ? maps : maps.filter((entry) => !/(^|\/)doc\.kml$/i.test(entry.name));
  return layers.length === 1 ? layers[0]! : null;
}

/** Files that are a zip of many by their nature and of no use here, each named as what it is. */
function bundle(files: readonly ZipEntry[]): string | null {
  const has = (name: RegExp) => files.some((entry) => name.test(entry.name));
  if (has(/^word\//)) return 'is a Word document: ask the publisher for the table itself, as CSV';
  if (has(/^xl\/workbook\.bin$/)) return 'is a binary Excel workbook (.xlsb): save it as .xlsx or CSV';
  if (has(/(^|\/)stop_times\.txt$/)) return 'is a public transport timetable (GTFS), which Closer does not import yet';
  return null;
}

import {createHash, randomUUID} from 'node:crypto';
import {basename} from 'node:path';
import {packNetwork} from '../core/graph/pack-network.ts';
import type {Job} from '../core/job.ts';
import {placeSites} from '../core/postcodes/place-sites.ts';
import {byTable, type NationalGrid} from '../core/read/national-grid.ts';
import {readOsm} from '../core/read/osm-streets.ts';
import {type EvidenceMapping, plainBytes, readEvidence} from '../core/read/read-evidence.ts';
import type {EvidenceKind as KindRead, Reading, Refused} from '../core/read/reading.ts';
import type {ReadingAids} from '../core/read/reading-aids.ts';
import {readShiftTable} from '../core/read/shift-table.ts';
import {tidyName} from '../core/read/tidy-name.ts';
import type {Change} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import type {EditionRows} from '../domain/evidence.ts';
import type {Plan} from '../domain/plan.ts';
import {applied} from '../domain/plan.ts';
import type {EvidenceKind, Refusal, Source} from '../domain/source.ts';
import {fileSize, readChunks, readSources, writeEdition} from '../store/evidence.ts';
import type {ProjectFile} from '../store/project-file.ts';
import {transaction} from '../store/transaction.ts';
import type {Context} from './context.ts';
import {columnRows, editionRows} from './edition-rows.ts';
import {importedTimesParts} from './imported-times.ts';
import {landscapePart} from './landscape.ts';
import {type Postcodes, postcodeParts, postcodesIn, postcodesOf} from './postcodes.ts';
import {readingAids} from './reading-aids.ts';
import {type Editions, editionsOf, lookupWanted, rebased, successionRows} from './rebase.ts';
import {sitesChange} from './sites-change.ts';
import type {Workspace} from './workspace.ts';

/** What writes the streets of the sample town, and what stands in the place of the map-makers it borrows the format of. */
const INVENTED_BY = 'Closer sample town';
const INVENTED = {
  title: 'Invented streets',
  publisher: 'Invented for Closer: no real place',
  edition: 'Sample',
  licence: 'Closer’s own',
  attribution: 'Invented for Closer: no real place',
};

/** What an import took and left, for one file. */
export interface Imported {
  fileName: string;
  source: Source;
  /** The first hundred; all that are kept are asked for with `evidence.refusals`. */
  refusals: Refusal[];
  /** How it joins the areas of the project; null for what doesn’t join by code, or while there are no areas. */
  joins: {areas: number; matched: number} | null;
  sentence: string;
}

/** What a planner says of the files: what they hold, and (a path) the table that turns metres of the National Grid exactly. */
export interface HowToRead {
  as?: EvidenceKind | EvidenceMapping | undefined;
  grid?: string | undefined;
}

/** One file, read and checked, waiting to be written with the others. */
interface Read {
  source: Source;
  refusals: Refusal[];
  edition: EditionRows;
  codes: string[] | null;
  change: ((plan: Plan, earlier: ReadonlySet<string>) => Change) | null;
  /** How many sites its rows made, once it is written. */
  sites: number;
}

/**
 * Reads every file, then writes all editions in one transaction: all of them, or nothing.
 *
 * A file that is refused stops the import before anything is written; so does stopping it.
 */
export function* importFiles(
  context: Context,
  workspace: Workspace,
  paths: readonly string[],
  {as, grid}: HowToRead,
  signal: AbortSignal,
): Job<Imported[]> {
  if (paths.length === 0) throw new PlanError('invalid', 'Pick at least one file to import.', 'files');
  const aids = readingAids(grid === undefined ? undefined : gridFrom(grid));
  const files: Brought[] = [];
  for (const path of paths) {
    files.push(yield* bring(path, as, aids));
    if (signal.aborted) throw new PlanError('cancelled', 'Stopped. Nothing was changed.');
  }
  // What places and joins the others may come in the same act as they, in any order.
  const beside = yield* besideOf(files, workspace);
  const read: Read[] = [];
  for (const file of files) read.push(yield* readFile(context, file, beside));
  checkOneOfEach(read);
  yield {done: 0, of: 0, doing: 'Writing to the project'};
  const {db} = workspace.file;
  transaction(db, () => {
    // Each list of sites joins the plan as the one before left it, or two of them could take the same id.
    let {plan} = workspace;
    for (const each of read) {
      const change = each.change?.(plan, earlierOf(db, each.source)) ?? null;
      if (change) plan = applied(plan, change);
      each.sites = change?.put.site?.length ?? 0;
      writeEdition(db, each.source, each.refusals, each.edition, change, context.now());
    }
  });
  workspace.imported();
  return read.map((each) => imported(each, workspace));
}

/** The sources that the same file, by its name, was before: a list of sites that is brought again. */
function earlierOf(db: ProjectFile['db'], {kind, title, fileName}: Source): ReadonlySet<string> {
  const same = readSources(db).filter(
    (each) => each.kind === kind && each.title === title && each.fileName === fileName,
  );
  return new Set(same.map((each) => each.id));
}

const SIDE_BY_SIDE: ReadonlySet<EvidenceKind> = new Set(['sites', 'columns']);

/** An edition replaces the one before it, so two at once would leave only the second. Lists of sites stand side by side. */
function checkOneOfEach(read: readonly Read[]): void {
  for (const [index, {source}] of read.entries()) {
    const other = read
      .slice(0, index)
      .find((each) => each.source.kind === source.kind && !SIDE_BY_SIDE.has(source.kind));
    if (!other) continue;
    const both = `${other.source.fileName} and ${source.fileName}`;
    throw new PlanError(
      'invalid',
      `${both} both hold ${source.kind}, and a project has one edition of each. Import one of them.`,
      'files',
    );
  }
}

function imported({source, refusals, codes, sites}: Read, workspace: Workspace): Imported {
  const {indexOf} = workspace.people();
  const matched = codes && indexOf.size > 0 ? new Set(codes.filter((code) => indexOf.has(code))).size : null;
  const joins = matched === null ? null : {areas: indexOf.size, matched};
  const left = source.rowsRefused > 0 ? `, ${count(source.rowsRefused)} left out` : '';
  const same = source.kind === 'sites' && sites < source.rowsTaken ? ` as ${count(sites)} sites` : '';
  const joined = joins ? `; it covers ${count(joins.matched)} of the ${count(joins.areas)} areas here` : '';
  const sentence = `${source.fileName}: ${source.title}, ${count(source.rowsTaken)} taken${same}${left}${joined}.`;
  return {fileName: source.fileName, source, refusals: refusals.slice(0, 100), joins, sentence};
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** A file as it was read, before what it means for this project. */
interface Brought {
  path: string;
  fileName: string;
  reading: Exclude<Reading, Refused>;
}

/** What helps to take other files: postcodes place sites, a lookup rebases areas. */
interface Beside {
  postcodes: Postcodes | null;
  editions: Editions | null;
  /** The areas of the project once the import is done. */
  areas: readonly string[];
}

/** The correction table OSTN15 that a planner picked. */
function gridFrom(path: string): NationalGrid {
  if (fileSize(path) > 64_000_000) throw refusal(basename(path), 'It is too large for the correction table OSTN15.');
  const table = readShiftTable(Buffer.concat([...readChunks(path)]));
  if (typeof table === 'string') throw refusal(basename(path), table);
  return byTable(table);
}

function* bring(path: string, as: HowToRead['as'], aids: ReadingAids): Job<Brought> {
  const fileName = basename(path);
  const asRead = as === 'columns' ? 'own-columns' : (as as KindRead | EvidenceMapping | undefined);
  let reading = yield* readEvidence(readChunks(path), fileName, asRead, aids);
  if (reading.kind === 'refused' && as === 'sites') {
    const byPostcode = yield* readEvidence(readChunks(path), fileName, 'unplaced-sites', aids);
    if (byPostcode.kind !== 'refused') reading = byPostcode;
  }
  if (reading.kind === 'refused') throw refusal(fileName, reading.refused);
  return {path, fileName, reading};
}

function* besideOf(files: readonly Brought[], workspace: Workspace): Job<Beside> {
  const directory = files.map(({reading}) => reading).find((each) => each.kind === 'postcodes');
  const wanted = files.some(({reading}) => reading.kind === 'unplaced-sites');
  const postcodes = directory ? yield* postcodesOf(directory) : wanted ? postcodesIn(workspace.file.db) : null;
  const readings = files.map(({reading}) => reading);
  const joins = readings.some(({kind}) => kind === 'residents' || kind === 'deprivation');
  const boundaries = readings.find((each) => each.kind === 'boundaries');
  const areas = boundaries ? boundaries.codes : workspace.people().codes;
  return {postcodes, editions: joins ? editionsOf(readings, areas, workspace) : null, areas};
}

/** A list of sites by postcode becomes one of sites with a place. */
function placed(
  {fileName, reading}: Brought,
  {postcodes}: Beside,
): Exclude<Brought['reading'], {kind: 'unplaced-sites'}> {
  if (reading.kind !== 'unplaced-sites') return reading;
  if (!postcodes)
    throw refusal(
      fileName,
      `${fileName} gives postcodes and no coordinates, and the project has no postcodes yet. Bring a directory (Code-Point Open, NSPL or ONSPD) first, or together with it.`,
    );
  const sites = placeSites(reading, postcodes.directory, postcodes.title);
  if (sites.rowsTaken === 0)
    throw refusal(
      fileName,
      `${fileName} has no row whose postcode is in the project’s postcodes (${postcodes.title}). Bring a directory of the place that it is about.`,
    );
  return sites;
}

function* readFile(context: Context, file: Brought, beside: Beside): Job<Read> {
  const {path, fileName} = file;
  const reading = rebased(placed(file, beside), beside.editions);
  const wanted = beside.editions ? null : lookupWanted(reading, beside.areas);
  const source: Source = {
    id: randomUUID(),
    kind: reading.kind === 'measures' ? 'columns' : reading.kind,
    // Files of columns stand side by side, told apart by their names.
    title: reading.kind === 'measures' ? `${reading.source.title}: ${fileName}` : reading.source.title,
    publisher: reading.source.publisher,
    edition: reading.source.edition,
    date: reading.source.date ?? '',
    licence: reading.source.licence,
    attribution: reading.source.attribution,
    fileName,
    fileHash: yield* hashOf(path),
    importedAt: context.now(),
    rowsRead: reading.rowsRead,
    rowsTaken: reading.rowsTaken,
    rowsRefused: reading.rowsRefused,
    notes: wanted ? [...reading.notes, wanted] : reading.notes,
  };
  const refusals = reading.refusals.map(({row, column, reason}) => ({row, column: column ?? '', reason}));
  if (reading.kind === 'streets') return yield* readStreetsFile(path, source);
  if (reading.kind === 'sites') {
    // Lists in capitals are hard to read on a map; what the publisher wrote is still in the file its row is traced to.
    const tidied = {...reading, names: reading.names.map(tidyName), addresses: reading.addresses.map(tidyName)};
    const change = (plan: Plan, earlier: ReadonlySet<string>) =>
      sitesChange(plan, tidied, {source: source.id, fileName, earlier});
    return {source, refusals, edition: {kind: 'sites'}, codes: null, change, sites: 0};
  }
  if (reading.kind === 'travel-times' || reading.kind === 'measures') {
    const edition: EditionRows =
      reading.kind === 'measures'
        ? {kind: 'columns', rows: columnRows(reading)}
        : {kind: 'travel-times', parts: importedTimesParts(reading)};
    return {source, refusals, edition, codes: reading.codes, change: null, sites: 0};
  }
  if (reading.kind === 'postcodes') {
    const {directory} = beside.postcodes!;
    return {
      source,
      refusals,
      edition: {kind: 'postcodes', parts: postcodeParts(directory)},
      codes: null,
      change: null,
      sites: 0,
    };
  }
  if (reading.kind === 'lookup')
    return {
      source,
      refusals,
      edition: {kind: 'lookup', rows: successionRows(reading)},
      codes: null,
      change: null,
      sites: 0,
    };
  return {source, refusals, edition: editionRows(reading), codes: reading.codes, change: null, sites: 0};
}

function* readStreetsFile(path: string, source: Source): Job<Read> {
  const read = yield* readOsm({
    name: source.fileName,
    bytes: fileSize(path),
    open: () => plainBytes(readChunks(path), source.fileName),
  });
  if (!read.ok) throw refusal(source.fileName, read.sentence);
  const {report, network} = read;
  const left = report.waysLeftOut.reduce((sum, each) => sum + each.count, 0);
  const notes = [
    `${count(report.found.nodes)} nodes, ${count(report.found.ways)} ways and ${count(report.found.relations)} relations read; ${count(report.waysTaken)} streets taken, which meet at ${count(report.vertices)} places.`,
    ...report.waysLeftOut.slice(0, 8).map(({reason, count: many}) => `${count(many)} ways left out: ${reason}.`),
    ...report.restrictionsLeftOut
      .slice(0, 4)
      .map(({reason, count: many}) => `${count(many)} turn restrictions left out: ${reason}.`),
    ...(report.missingPoints > 0
      ? [
          `${count(report.missingPoints)} points of streets are not in the file: they are cut there, as at the edge of an extract.`,
        ]
      : []),
  ];
  // A file may say anything, and not every number is a date.
  const edited = new Date((report.editedUntil ?? Number.NaN) * 1000);
  const date = Number.isNaN(edited.getTime()) ? source.date : edited.toISOString().slice(0, 10);
  return {
    source: {
      ...source,
      ...(report.program.startsWith(INVENTED_BY) ? INVENTED : {}),
      date,
      rowsRead: report.found.ways,
      rowsTaken: report.waysTaken,
      rowsRefused: left,
      notes: [...source.notes, ...notes],
    },
    refusals: [],
    edition: {kind: 'streets', parts: [...packNetwork(network), landscapePart(read.landscape)]},
    codes: null,
    change: null,
    sites: 0,
  };
}

/** SHA-256 of a file, in steps: streets of a county are hundreds of megabytes. */
function* hashOf(path: string): Job<string> {
  const hash = createHash('sha256');
  let done = 0;
  for (const chunk of readChunks(path)) {
    hash.update(chunk);
    done += chunk.length;
    yield {done, of: 0, doing: `Checking ${basename(path)}`};
  }
  return hash.digest('hex');
}

/** A refused file: its sentence names the file, so that it can stand alone. */
function refusal(fileName: string, sentence: string): PlanError {
  return new PlanError('invalid', sentence.includes(fileName) ? sentence : `${fileName}: ${sentence}`, 'files');
}

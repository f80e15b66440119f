import {type Vintage, vintageOf} from '../core/read/area-codes.ts';
import type {LookupReading} from '../core/read/further-reading.ts';
import type {Reading, Refused} from '../core/read/reading.ts';
import {rebaseDeprivation, rebaseResidents} from '../core/rebase/rebase-readings.ts';
import {type LookupRow, type Shares, sharesOf} from '../core/rebase/shares.ts';
import type {SuccessionRow} from '../domain/evidence.ts';
import {readSuccessions} from '../store/evidence.ts';
import type {Workspace} from './workspace.ts';

type Taken = Exclude<Reading, Refused>;

/** What tells editions of small areas apart, and what a rebase is made with. */
export interface Editions {
  lookup: readonly LookupRow[];
  older: ReadonlySet<string>;
  newer: ReadonlySet<string>;
  /** The areas of the project: those of the import, or those it has. */
  areas: readonly string[];
  /** Residents of those areas, as far as they are known. */
  peopleHere: ReadonlyMap<string, number>;
  /** Residents of areas of another edition that come in the same import: they weigh rates. */
  peopleThere: ReadonlyMap<string, number>;
}

const BECAME: Readonly<Record<string, SuccessionRow['change']>> = {
  U: 'unchanged',
  S: 'split',
  M: 'merged',
  X: 'irregular',
};

/** A lookup from one edition of small areas to the next; any other one says in which larger areas they lie. */
export function isSuccession({change}: LookupReading): boolean {
  return change !== null;
}

/** A lookup between two editions as the rows that the project keeps. */
export function successionRows({codes, to, change}: LookupReading): SuccessionRow[] {
  const successors = to[0]!.codes;
  return codes.map((code, row) => ({code, change: BECAME[change![row]!.toUpperCase()]!, newCode: successors[row]!}));
}

/** The editions that an import and its project tell apart; null while there is no lookup between them. */
export function editionsOf(
  readings: readonly Taken[],
  areas: readonly string[],
  workspace: Workspace,
): Editions | null {
  // A lookup to wards or districts is one as well, and says nothing of another edition.
  const brought = readings.find((each): each is LookupReading => each.kind === 'lookup' && isSuccession(each));
  const rows = brought ? successionRows(brought) : readSuccessions(workspace.file.db);
  if (rows.length === 0) return null;
  const lookup = rows.map(({code, newCode}) => ({from: code, to: newCode}));
  const older = new Set(lookup.map(({from}) => from));
  const newer = new Set(lookup.map(({to}) => to));
  const people = workspace.people();
  const here = editionIn(areas, older, newer);
  const peopleHere = new Map(people.codes.map((code, area) => [code, people.residents[area]!]));
  const peopleThere = new Map<string, number>();
  for (const reading of readings) {
    if (reading.kind !== 'residents') continue;
    const same = editionIn(reading.codes, older, newer);
    const into = same !== null && same !== here ? peopleThere : peopleHere;
    for (const [row, code] of reading.codes.entries()) into.set(code, reading.total[row]!);
  }
  return {lookup, older, newer, areas, peopleHere, peopleThere};
}

/**
 * Residents or deprivation by areas of the other edition than the project's, rebased to it; everything else as it is. An
 * edition shows by codes that only it has: where a file or a project has none, its areas have not changed.
 */
export function rebased<R extends Taken>(reading: R, editions: Editions | null): R {
  if (!editions || (reading.kind !== 'residents' && reading.kind !== 'deprivation')) return reading;
  const {lookup, older, newer, areas, peopleHere, peopleThere} = editions;
  const here = editionIn(areas, older, newer);
  const there = editionIn(reading.codes, older, newer);
  if (here === null || there === null || here === there) return reading;
  const forwards = here === 'newer';
  const rows = forwards ? lookup : lookup.map(({from, to}) => ({from: to, to: from}));
  const shares: Shares = sharesOf(rows, peopleHere);
  const to = `the small areas of ${forwards ? 2021 : 2011}`;
  return (
    reading.kind === 'residents'
      ? rebaseResidents(reading, shares, to)
      : rebaseDeprivation(reading, shares, peopleThere, to)
  ) as R;
}

/** What to bring where an edition of areas other than the project’s can’t be rebased; null where there is nothing to say. */
export function lookupWanted(reading: Taken, areas: readonly string[]): string | null {
  const there: Vintage | null = reading.source.areaVintage;
  const fits = reading.kind === 'residents' || reading.kind === 'deprivation';
  if (!fits || there !== 2011 || !areas.some((code) => vintageOf(code) === 2021)) return null;
  return 'The file is on the small areas of 2011 and the project on those of 2021: bring the lookup between them, then this file again, and it is rebased.';
}

/** The edition that a list of areas shows itself to be; null where nothing in it has changed, or it is a mixture. */
function editionIn(
  codes: readonly string[],
  older: ReadonlySet<string>,
  newer: ReadonlySet<string>,
): 'older' | 'newer' | null {
  const onlyOlder = codes.some((code) => older.has(code) && !newer.has(code));
  const onlyNewer = codes.some((code) => newer.has(code) && !older.has(code));
  return onlyOlder === onlyNewer ? null : onlyOlder ? 'older' : 'newer';
}

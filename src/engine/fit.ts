import type {Job} from '../core/job.ts';
import {around} from '../core/shapes/around.ts';
import {readSources} from '../store/evidence.ts';
import type {Beside, TakenReading} from './beside.ts';
import {changesOf, type EditionChanges} from './edition-changes.ts';
import {kindKept} from './file-edition.ts';
import type {Workspace} from './workspace.ts';

/** How a file meets the place: in areas and people, and what it would take the place of. */
export interface Fit {
  /** For what joins by the codes of areas: those of the place, and those that it covers. */
  areas: {all: number; covered: number; people: number | null; peopleCovered: number | null; elsewhere: number} | null;
  /** For sites: how many stand within ten kilometres of where somebody of the place lives. Null while there are no areas. */
  sites: {near: number; further: number} | null;
  replaces: {title: string; edition: string; fileName: string} | null;
  changes: EditionChanges | null;
}

const NEAR_METRES = 10_000;

export function* fitOf(
  reading: TakenReading,
  workspace: Workspace,
  beside: Beside,
  all: readonly TakenReading[],
): Job<Fit> {
  return {
    areas: areasMet(reading, workspace, beside, all),
    sites: reading.kind === 'sites' ? yield* sitesMet(reading, workspace) : null,
    replaces: replacedBy(reading, workspace),
    changes: changesOf(reading, workspace),
  };
}

function areasMet(
  reading: TakenReading,
  workspace: Workspace,
  {areas}: Beside,
  all: readonly TakenReading[],
): Fit['areas'] {
  if (!('codes' in reading) || reading.kind === 'sites' || reading.kind === 'unplaced-sites') return null;
  if (reading.kind === 'postcodes' || areas.length === 0) return null;
  const people = peopleIn(workspace, all);
  const own = new Set(areas);
  const codes = new Set(reading.codes);
  const covered = areas.filter((code) => codes.has(code));
  const count = (of: readonly string[]): number => of.reduce((sum, code) => sum + (people.get(code) ?? 0), 0);
  let elsewhere = 0;
  for (const code of codes) if (!own.has(code)) elsewhere++;
  return {
    all: areas.length,
    covered: covered.length,
    people: people.size > 0 ? count(areas) : null,
    peopleCovered: people.size > 0 ? count(covered) : null,
    elsewhere,
  };
}

/** Residents by area, as the project knows them and as files that come along say. */
function peopleIn(workspace: Workspace, all: readonly TakenReading[]): Map<string, number> {
  const {codes, residents} = workspace.people();
  const people = new Map(codes.flatMap((code, area) => (residents[area]! >= 0 ? [[code, residents[area]!]] : [])));
  for (const reading of all)
    if (reading.kind === 'residents')
      for (const [row, code] of reading.codes.entries()) people.set(code, reading.total[row]!);
  return people;
}

function* sitesMet({lon, lat}: {lon: Float64Array; lat: Float64Array}, workspace: Workspace): Job<Fit['sites']> {
  const people = workspace.people();
  if (people.codes.length === 0) return null;
  const near = (yield* around({lng: lon, lat}, people, NEAR_METRES)).reduce((sum, each) => sum + each, 0);
  return {near, further: lon.length - near};
}

/** What stands in the project under the same kind; lists of sites and columns stand side by side unless they have one title. */
function replacedBy(reading: TakenReading, workspace: Workspace): Fit['replaces'] {
  const kind = kindKept(reading);
  const before = readSources(workspace.file.db).find(
    (each) =>
      !each.replacedBy &&
      each.kind === kind &&
      ((kind !== 'sites' && kind !== 'columns') || each.title === reading.source.title),
  );
  return before ? {title: before.title, edition: before.edition, fileName: before.fileName} : null;
}

import {fifthsOf} from '../core/equity/by-fifth.ts';
import {lensOverlap} from '../core/equity/lens.ts';
import {localParts} from '../core/equity/ranked-people.ts';
import {PlanError} from '../domain/errors.ts';
import type {DeprivationRow} from '../domain/evidence.ts';
import {readDeprivation, readSources} from '../store/evidence.ts';
import {columnNamed, ownColumns} from './own-columns.ts';
import type {People} from './people.ts';
import type {Workspace} from './workspace.ts';

/** Deprivation as it is looked at: by the index, by one of its domains, or by a planner's own column. */
export interface LensUsed {
  key: string;
  label: string;
  /** Why looking through it may count access twice; null if it does not. */
  overlap: string | null;
  /** Whether the fifths are the nation's or this place's own. */
  fifths: 'national' | 'local';
  areasNotKnown: number;
}

export interface Lens extends LensUsed {
  /** 1 (most deprived) to 5, 0 = not known. */
  fifth: Uint8Array;
  /** The lower, the more deprived; `NaN` = not known. */
  rank: Float64Array;
  /** The score that goes with it, for averages over larger areas; `NaN` = not known. */
  score: Float64Array;
  /** How many areas the nation ranked; null where these are no national ranks. */
  ranked: number | null;
}

const rowsOf = new WeakMap<People, Map<string, DeprivationRow>>();

function deprivation(workspace: Workspace): Map<string, DeprivationRow> {
  const people = workspace.people();
  const known = rowsOf.get(people);
  if (known) return known;
  const rows = new Map(readDeprivation(workspace.file.db).map((row) => [row.code, row]));
  rowsOf.set(people, rows);
  return rows;
}

/** The lenses that this project's evidence allows, for a list to choose from. */
export function lensesOf(workspace: Workspace): {key: string; label: string; overlap: string | null}[] {
  const rows = deprivation(workspace);
  if (rows.size === 0) return ownLenses(workspace);
  const domains = new Set<string>();
  for (const {domains: of} of rows.values()) for (const key of Object.keys(of)) domains.add(key);
  return [
    {key: 'imd', label: 'Index of Multiple Deprivation', overlap: overlapOf('imd')},
    ...[...domains].map((key) => ({key, label: labelOf(key), overlap: overlapOf(key)})),
    ...ownLenses(workspace),
  ];
}

function ownLenses(workspace: Workspace): {key: string; label: string; overlap: string | null}[] {
  return ownColumns(workspace)
    .filter(({numbers}) => numbers > 0)
    .map(({column}) => ({key: `own:${column}`, label: column, overlap: lensOverlap('own')}));
}

function labelOf(domain: string): string {
  return `${domain.charAt(0).toUpperCase()}${domain.slice(1)} domain`;
}

const HOLDS_ACCESS = new Set(['housing and services', 'access', 'geographical barriers']);

function overlapOf(key: string): string | null {
  if (key === 'imd') return lensOverlap('imd');
  if (!HOLDS_ACCESS.has(key)) return null;
  return `The ${labelOf(key)} counts distance to services itself, so access is counted twice. Use the Income domain to avoid that.`;
}

/**
 * The lens of that key: `imd`, a domain such as `income`, or `own:COLUMN`. Of a planner's own column the lowest are the
 * most deprived, as with ranks and deciles; `own:COLUMN:high` says that the highest are. Its fifths are this place's own.
 */
export function lensOf(workspace: Workspace, key: string, residents: Float64Array): Lens {
  const people = workspace.people();
  if (key.startsWith('own:')) return ownLens(workspace, key, residents);
  const rows = deprivation(workspace);
  const pick = (code: string) => {
    const row = rows.get(code);
    return key === 'imd' ? row : row?.domains[key];
  };
  if (key !== 'imd' && rows.size > 0 && ![...rows.values()].some((row) => row.domains[key])) {
    const known = lensesOf(workspace).map((each) => each.key);
    throw new PlanError(
      'missing',
      `The deprivation table has no domain “${key}”. Look through one of: ${known.join(', ')}.`,
      'lens',
    );
  }
  const ranked = areasRanked(workspace);
  const decile = Float64Array.from(people.codes, (code) => {
    const row = pick(code);
    return row?.decile ?? (row?.rank ? Math.ceil((row.rank * 10) / ranked) : Number.NaN);
  });
  const rank = Float64Array.from(people.codes, (code, area) => pick(code)?.rank ?? decile[area]!);
  const score = Float64Array.from(people.codes, (code) => pick(code)?.score ?? Number.NaN);
  const label = key === 'imd' ? 'Index of Multiple Deprivation' : labelOf(key);
  const areasNotKnown = decile.filter(Number.isNaN).length;
  return {
    key,
    label,
    overlap: overlapOf(key),
    fifths: 'national',
    areasNotKnown,
    fifth: fifthsOf(decile),
    rank,
    score,
    ranked: rank.some((each) => each > 10) ? ranked : null,
  };
}

/** How many areas the nation ranked in the edition in force: England in 2025 and 2019, Wales in 2019. */
function areasRanked(workspace: Workspace): number {
  const source = readSources(workspace.file.db).find((each) => each.kind === 'deprivation' && !each.replacedBy);
  const said = `${source?.title} ${source?.edition}`;
  if (/wales|welsh|wimd/i.test(said)) return 1_909;
  return said.includes('2019') ? 32_844 : 33_755;
}

function ownLens(workspace: Workspace, key: string, residents: Float64Array): Lens {
  const [, column = '', end] = /^own:(.*?)(?::(high|low))?$/.exec(key) ?? [];
  const values = columnNamed(workspace, column, 'lens').values;
  const rank = values.map((value) => (end === 'high' ? -value : value));
  const parts = localParts(residents, rank, 5);
  const fifth = Uint8Array.from(parts, (part) => (Number.isNaN(part) ? 0 : part));
  const areasNotKnown = rank.filter(Number.isNaN).length;
  return {
    key,
    label: column,
    overlap: lensOverlap('own'),
    fifths: 'local',
    areasNotKnown,
    fifth,
    rank,
    score: values,
    ranked: null,
  };
}

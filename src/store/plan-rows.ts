import {PlanError} from '../domain/errors.ts';
import {linesOf, STREET_SORTS, waysOf} from '../domain/street-change.ts';
import type {PlanTable, PlanTables} from '../domain/tables.ts';
import {pointBlob, pointOf} from './geometry.ts';

/**
 * How a plan row stands in the file: which column holds which field, and what may stand there. Everything that writes or
 * reads plan rows goes through here, so a row that a change may write is exactly a row that opening the file accepts.
 */
interface Rule {
  holds: (value: unknown) => boolean;
  must: string;
}

interface Field extends Rule {
  column: string;
}

const TEXT: Rule = {
  // A NUL ends the text for other programs, and a lone surrogate comes back as another character.
  holds: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
  must: 'text',
};
const ID: Rule = {
  holds: (value) =>
    TEXT.holds(value) && value !== '' && (value as string).length <= 500 && !/\p{Cc}/u.test(value as string),
  must: 'text of 1 to 500 characters',
};
const NUMBER: Rule = {holds: Number.isFinite, must: 'a number'};
const NUMBER_OR_EMPTY: Rule = {holds: (value) => value === null || Number.isFinite(value), must: 'a number or empty'};
const LONGITUDE: Rule = {holds: (value) => within(value, 180), must: 'a longitude from -180 to 180'};
const LATITUDE: Rule = {holds: (value) => within(value, 90), must: 'a latitude from -90 to 90'};

const LINES: Rule = {
  holds: (value) => typeof value === 'string' && linesOf(value) !== null,
  must: 'lines such as MULTILINESTRING((-0.73 52.67, -0.72 52.66))',
};
const WAYS: Rule = {
  holds: (value) => typeof value === 'string' && waysOf(value).every(Number.isSafeInteger),
  must: 'numbers of ways, divided by commas',
};

function within(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most;
}

function oneOf(...choices: (string | number)[]): Rule {
  return {
    holds: (value) => choices.includes(value as string | number),
    must: `one of: ${choices.map((choice) => (choice === '' ? '(empty)' : choice)).join(', ')}`,
  };
}

function at(column: string, rule: Rule): Field {
  return {column, ...rule};
}

/** The column that holds a site's place, in the stead of its two fields. */
const GEOMETRY = 'geom';

const FIELDS: {readonly [T in PlanTable]: {readonly [F in keyof PlanTables[T]]-?: Field}} = {
  place: {id: at('id', oneOf('place')), name: at('name', TEXT), note: at('note', TEXT)},
  site: {
    id: at('id', ID),
    name: at('name', TEXT),
    lng: at(GEOMETRY, LONGITUDE),
    lat: at(GEOMETRY, LATITUDE),
    standing: at('standing', oneOf('existing', 'candidate')),
    kind: at('kind', TEXT),
    code: at('code', TEXT),
    address: at('address', TEXT),
    postcode: at('postcode', TEXT),
    tenure: at('tenure', TEXT),
    condition: at('condition', TEXT),
    giaM2: at('gia_m2', NUMBER_OR_EMPTY),
    vacantM2: at('vacant_m2', NUMBER_OR_EMPTY),
    openingCost: at('opening_cost', NUMBER_OR_EMPTY),
    source: at('source', TEXT),
    note: at('note', TEXT),
  },
  service: {
    id: at('id', ID),
    name: at('name', TEXT),
    visitsPerYear: at('visits_per_year', NUMBER),
    usersPer1000: at('users_per_1000', NUMBER),
    fromAge: at('from_age', NUMBER),
    toAge: at('to_age', NUMBER),
    minutesPerVisit: at('minutes_per_visit', NUMBER),
    unit: at('unit', TEXT),
    theme: at('theme', oneOf('physical', 'mental', 'care', 'council', 'community', 'determinant')),
    alike: at('alike', TEXT),
    demandColumn: at('demand_column', TEXT),
    shareCar: at('share_car', NUMBER),
    shareNepts: at('share_nepts', NUMBER),
    shareUsingNearest: at('share_using_nearest', NUMBER),
    shareDigital: at('share_digital', NUMBER),
    source: at('source', TEXT),
    confidence: at('confidence', oneOf('published', 'derived', 'assumed')),
  },
  option: {
    id: at('id', ID),
    name: at('name', TEXT),
    role: at('role', oneOf('business-as-usual', 'do-minimum', 'preferred', 'option')),
    note: at('note', TEXT),
  },
  placement: {
    id: at('id', ID),
    option: at('option', ID),
    site: at('site', ID),
    service: at('service', ID),
    state: at('state', oneOf('offered', 'withdrawn')),
    provider: at('provider', TEXT),
    sector: at('sector', oneOf('', 'nhs', 'council', 'voluntary', 'private')),
    capacity: at('capacity', NUMBER_OR_EMPTY),
    linkedCare: at('linked_care', oneOf(0, 1, 2, 3)),
    hours: at('hours', TEXT),
    contractEnd: at('contract_end', TEXT),
  },
  closure: {
    id: at('id', ID),
    option: at('option', ID),
    site: at('site', ID),
    closed: at('closed', oneOf(0, 1)),
    reason: at('reason', TEXT),
  },
  assumption: {id: at('id', ID), value: at('value', NUMBER), reason: at('reason', TEXT)},
  verdict: {
    id: at('id', ID),
    service: at('service', ID),
    site: at('site', ID),
    beside: at('beside', ID),
    verdict: at('verdict', oneOf('intended')),
    reason: at('reason', TEXT),
    reviewOn: at('review_on', TEXT),
  },
  neighbourhood: {
    id: at('id', ID),
    name: at('name', TEXT),
    priority: at('priority', oneOf(0, 1)),
    note: at('note', TEXT),
  },
  member: {id: at('id', ID), neighbourhood: at('neighbourhood', ID)},
  street_change: {
    id: at('id', ID),
    option: at('option', ID),
    kind: at('kind', oneOf('closed', 'added', 'speed')),
    name: at('name', TEXT),
    line: at('line', LINES),
    ways: at('ways', WAYS),
    closedTo: at('closed_to', oneOf('', 'everyone', 'cars')),
    sort: at('sort', oneOf('', ...STREET_SORTS.map(({sort}) => sort))),
    mph: at('mph', NUMBER_OR_EMPTY),
    reason: at('reason', TEXT),
    oneWay: at('one_way', oneOf(0, 1)),
  },
};

/** What a change needs to know of a table: its columns in order, and a row as their values and back. */
export interface RowForm {
  columns: readonly string[];
  /** Throws a `PlanError` if the row breaks a rule. */
  values: (row: {id: string}) => unknown[];
  /** The row, not yet checked. A site without a place has none: `lng` and `lat` are then null. */
  row: (values: readonly unknown[]) => {id: string};
}

export function rowForm(table: PlanTable): RowForm {
  const fields = Object.entries(FIELDS[table] as Record<string, Field>);
  const columns = [...new Set(fields.map(([, field]) => field.column))];
  return {
    columns,
    values(row) {
      const problem = rowProblem(table, row);
      if (problem) throw new PlanError('invalid', problem.sentence, problem.field);
      const given = row as unknown as Record<string, unknown>;
      return columns.map((column) =>
        column === GEOMETRY
          ? pointBlob(given.lng as number, given.lat as number)
          : given[fields.find(([, field]) => field.column === column)![0]],
      );
    },
    row(values) {
      const point = columns.includes(GEOMETRY) ? placeOf(values[columns.indexOf(GEOMETRY)]) : null;
      return Object.fromEntries(
        fields.map(([name, {column}]) => [
          name,
          column !== GEOMETRY ? values[columns.indexOf(column)] : (point?.[name === 'lng' ? 0 : 1] ?? null),
        ]),
      ) as {id: string};
    },
  };
}

function placeOf(blob: unknown): [number, number] | null {
  return blob instanceof Uint8Array ? pointOf(blob) : null;
}

/** The first field of a row that breaks its rule, and a sentence about it; null if the row is sound. */
export function rowProblem(
  table: PlanTable,
  row: {id: unknown; name?: unknown},
): {field: string; sentence: string} | null {
  const given = row as Record<string, unknown>;
  for (const [name, field] of Object.entries(FIELDS[table] as Record<string, Field>)) {
    if (field.holds(given[name])) continue;
    const label = typeof row.name === 'string' && row.name !== '' ? row.name : String(row.id);
    if (field.column === GEOMETRY && given[name] === null) {
      return {
        field: name,
        sentence: `The ${table} “${label}” has no place on the map (a point in longitude and latitude).`,
      };
    }
    return {
      field: name,
      sentence: `“${name}” of the ${table} “${label}” is ${shown(given[name])}; it must be ${field.must}.`,
    };
  }
  return null;
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'empty';
  const text = typeof value === 'string' ? value : String(value);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

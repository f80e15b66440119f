import type {StreetChange as NetworkChange} from '../core/graph/changes/street-change.ts';
import type {HighwayClass} from '../core/graph/highway-class.ts';
import {put, remove} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import type {LngLat} from '../domain/evidence.ts';
import {AS_NOW} from '../domain/option.ts';
import type {Plan} from '../domain/plan.ts';
import type {StreetChange, StreetSort} from '../domain/street-change.ts';
import {linesOf, linesText, STREET_SORTS, waysOf} from '../domain/street-change.ts';
import {KM_PER_MILE} from '../domain/units.ts';
import {flag, list, lngLat, maybe, number, oneOf, text, words} from './fields.ts';
import {found, freshId} from './found.ts';
import {change} from './kinds.ts';
import {optionNamed} from './question.ts';

const CLASS_OF: Record<StreetSort, HighwayClass> = {
  main: 'primary',
  secondary: 'secondary',
  through: 'tertiary',
  residential: 'residential',
  cycleway: 'cycleway',
  footway: 'footway',
};

/** A row of the plan as the network knows it. */
export function asNetworkChange(row: StreetChange): NetworkChange {
  const lines = linesOf(row.line)!;
  const kmh = (row.mph ?? 0) * KM_PER_MILE;
  if (row.kind === 'added')
    return {
      kind: 'added',
      line: lines[0]!,
      class: CLASS_OF[row.sort || 'residential'],
      kmh,
      name: row.name,
      oneWay: row.oneWay === 1,
    };
  const stretch = {lines, ways: waysOf(row.ways)};
  if (row.kind === 'speed') return {kind: 'speed', kmh, ...stretch};
  return {kind: 'closed', modes: row.closedTo === 'cars' ? ['drive'] : ['drive', 'walk', 'cycle'], ...stretch};
}

/** What one option changes in the streets, for another that begins from it. */
export function streetsFor(plan: Plan, from: string, option: string): StreetChange[] {
  if (from === AS_NOW) return [];
  return [...plan.street_change.values()]
    .filter((row) => row.option === from)
    .map((row) => ({...row, option, id: `${option}/${row.id.slice(row.id.indexOf('/') + 1)}`}));
}

const line = list(lngLat(), 5000);
const stretch = {
  option: text(80),
  name: words(120),
  lines: list(line, 2000),
  ways: list(number(1, Number.MAX_SAFE_INTEGER), 2000),
  reason: maybe(words(500)),
};
const mph = number(3, 80);

function newRow(plan: Plan, option: string, kind: StreetChange['kind'], name: string): StreetChange {
  const taken = {has: (stem: string) => plan.street_change.has(`${option}/${stem}`)};
  const id = `${option}/${freshId(`${kind} ${name}`, taken)}`;
  return {id, option, kind, name, line: '', ways: '', closedTo: '', sort: '', mph: null, reason: '', oneWay: 0};
}

function lineOf(lines: readonly (readonly LngLat[])[]): string {
  if (lines.length === 0 || lines.some((each) => each.length < 2))
    throw new PlanError('invalid', 'A street needs two points at least.', 'lines');
  return linesText(lines);
}

const called = (name: string) => name || 'a street without a name';

/** The same street in the same option, if it is changed in that way already: it is then changed anew, not twice. */
function rowFor(plan: Plan, option: string, kind: StreetChange['kind'], name: string, where: string): StreetChange {
  const same = [...plan.street_change.values()].find(
    (row) => row.option === option && row.kind === kind && row.line === where,
  );
  return same ?? newRow(plan, option, kind, name);
}

export const streetChanges = {
  /** Closes a stretch of street both ways, to everyone or to cars, in an option. */
  'streets.close': change(
    {...stretch, closedTo: maybe(oneOf('everyone', 'cars'))},
    (plan, {option: wanted, name, lines, ways, closedTo, reason}) => {
      const option = optionNamed(plan, wanted);
      const where = lineOf(lines);
      return put(`Close ${called(name)} in ${option.name}`, 'street_change', {
        ...rowFor(plan, option.id, 'closed', name, where),
        line: where,
        ways: ways.join(','),
        closedTo: closedTo ?? 'everyone',
        reason: reason ?? '',
      });
    },
  ),
  /** Puts another speed limit on a stretch of street, both ways. */
  'streets.limit': change({...stretch, mph}, (plan, {option: wanted, name, lines, ways, mph: limit, reason}) => {
    const option = optionNamed(plan, wanted);
    const where = lineOf(lines);
    return put(`Limit ${called(name)} to ${limit} mph in ${option.name}`, 'street_change', {
      ...rowFor(plan, option.id, 'speed', name, where),
      line: where,
      ways: ways.join(','),
      mph: limit,
      reason: reason ?? '',
    });
  }),
  /** Adds a street as it is drawn; it joins the streets at every point that lies on one. */
  'streets.add': change(
    {
      option: text(80),
      name: text(120),
      line,
      sort: oneOf(...STREET_SORTS.map(({sort}) => sort)),
      mph: maybe(mph),
      /** Vehicles pass it as it is drawn, and not the other way; on foot it leads both ways. */
      oneWay: maybe(flag()),
      reason: maybe(words(500)),
    },
    (plan, {option: wanted, name, line: drawn, sort, mph: limit, oneWay, reason}) => {
      const option = optionNamed(plan, wanted);
      return put(`Add ${name} in ${option.name}`, 'street_change', {
        ...newRow(plan, option.id, 'added', name),
        line: lineOf([drawn]),
        sort,
        mph: limit ?? null,
        oneWay: oneWay ? 1 : 0,
        reason: reason ?? '',
      });
    },
  ),
  'streets.describe': change({change: text(300), reason: words(500)}, (plan, {change: id, reason}) => {
    const row = found(plan, 'street_change', id);
    return put(`Say why of ${called(row.name)}`, 'street_change', {...row, reason});
  }),
  'streets.takeBack': change({change: text(300)}, (plan, {change: id}) => {
    const row = found(plan, 'street_change', id);
    return remove(`Take back the change of ${called(row.name)}`, 'street_change', id);
  }),
};

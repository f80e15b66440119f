import {ownColumns} from './own-columns.ts';
import type {Workspace} from './workspace.ts';

/** Larger areas that a place can be made of, by one way of dividing it: wards, districts, integrated care boards. */
export interface Division {
  level: string;
  groups: Group[];
}

export interface Group {
  name: string;
  /** The publisher’s code; empty where there is only a name. */
  code: string;
  areas: number;
  /** Of those areas whose residents are known. */
  residents: number;
}

/** More groups than this are a name for each area rather than a way to divide a country. */
const MOST_GROUPS = 12_000;

/** A lookup to these fills in what boundaries leave open. */
const OWN_NAMES: ReadonlySet<string> = new Set(['District', 'Ward']);

/** For one way of dividing: in which group each area of the project lies, by its place in the list of groups; −1 in none. */
interface Divided extends Division {
  groupOf: Int32Array;
}

/**
 * Every way in which evidence divides the project’s areas: the wards and districts that boundaries name, and each of a
 * planner’s own columns that holds words, as a lookup to integrated care boards does.
 */
export function divisionsOf(workspace: Workspace): Divided[] {
  const people = workspace.people();
  const residents = people.residents;
  const named = [
    {level: 'District', names: people.districts, codes: people.districtCodes},
    {level: 'Ward', names: people.wards, codes: people.wardCodes},
    ...ownColumns(workspace)
      .filter(({column, named: areas, numbers}) => areas > 0 && numbers === 0 && !OWN_NAMES.has(column))
      .map(({column, words}) => ({level: column, names: words, codes: people.codes.map(() => '')})),
  ];
  return named
    .map(({level, names, codes}) => divided(level, names, codes, people.districts, residents))
    .filter(isUseful);
}

function divided(
  level: string,
  names: readonly string[],
  codes: readonly string[],
  districts: readonly string[],
  residents: Float64Array,
): Divided {
  const at = new Map<string, number>();
  const groups: (Group & {district: string})[] = [];
  const groupOf = Int32Array.from(names, (name, area) => {
    const code = codes[area]!;
    if (name === '' && code === '') return -1;
    const key = code || name;
    let group = at.get(key);
    if (group === undefined) {
      group = groups.push({name: name || code, code, areas: 0, residents: 0, district: districts[area]!}) - 1;
      at.set(key, group);
    }
    const of = groups[group]!;
    of.areas++;
    if (!Number.isNaN(residents[area]!)) of.residents += residents[area]!;
    return group;
  });
  const times = new Map<string, number>();
  for (const {name} of groups) times.set(name, (times.get(name) ?? 0) + 1);
  return {
    level,
    groupOf,
    groups: groups.map(({district, ...group}) =>
      times.get(group.name)! > 1 && level !== 'District' ? {...group, name: `${group.name}, ${district}`} : group,
    ),
  };
}

function isUseful({groups}: Divided): boolean {
  return groups.length > 0 && groups.length <= MOST_GROUPS;
}

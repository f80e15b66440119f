import {NO_METRES} from '../core/access/closest.ts';
import {type TravelTimes, UNREACHED} from '../core/graph/travel-times.ts';
import type {StreetsPart} from '../domain/evidence.ts';
import type {Plan} from '../domain/plan.ts';
import {readImportedTimes} from '../store/evidence.ts';
import type {Workspace} from './workspace.ts';

/** Times from elsewhere as a reader gives them: a row of destinations for each area; `NaN` where there is no time. */
export interface TimesRead {
  codes: readonly string[];
  destinations: readonly string[];
  minutes: ArrayLike<number>;
  /** Kilometres of the same pairs, where the file has them. */
  kilometres?: ArrayLike<number> | null;
}

/** Times from elsewhere as they are kept: by the codes of areas and whatever the file calls its sites. */
export interface ImportedTimes {
  codes: string[];
  destinations: string[];
  /** Site-major, as everywhere: `seconds[destination * codes + code]`. */
  seconds: Uint16Array;
  /** `NO_METRES` where the file gave none. */
  metres: Uint32Array;
  hasMetres: boolean;
}

/** As arrays for the project file. A time beyond 18 hours is out of reach. */
export function importedTimesParts({codes, destinations, minutes, kilometres}: TimesRead): StreetsPart[] {
  const [areas, sites] = [codes.length, destinations.length];
  const seconds = new Uint16Array(areas * sites).fill(UNREACHED);
  const metres = new Uint32Array(areas * sites).fill(NO_METRES);
  for (let area = 0; area < areas; area++) {
    for (let site = 0; site < sites; site++) {
      const time = Math.round(minutes[area * sites + site]! * 60);
      if (!(time >= 0 && time < UNREACHED)) continue;
      seconds[site * areas + area] = time;
      const along = kilometres ? Math.round(kilometres[area * sites + site]! * 1000) : Number.NaN;
      if (along >= 0 && along < NO_METRES) metres[site * areas + area] = along;
    }
  }
  const text = (name: string, value: unknown): StreetsPart => ({
    name,
    bytes: new TextEncoder().encode(JSON.stringify(value)),
  });
  return [
    text('areas', codes),
    text('sites', destinations),
    {name: 'seconds', bytes: new Uint8Array(seconds.buffer)},
    {name: 'metres', bytes: new Uint8Array(metres.buffer)},
  ];
}

const held = new WeakMap<Workspace, {of: object; times: ImportedTimes | null}>();

/** The times from elsewhere, read once; null while there are none. */
export function importedTimes(workspace: Workspace): ImportedTimes | null {
  // The people are read anew after every import, so they tell whether these still stand.
  const of = workspace.people();
  const known = held.get(workspace);
  if (known?.of === of) return known.times;
  const parts = readImportedTimes(workspace.file.db);
  const bytes = (name: string) => parts!.find((each) => each.name === name)!.bytes;
  const list = (name: string) => JSON.parse(new TextDecoder().decode(bytes(name))) as string[];
  const metres = parts && new Uint32Array(bytes('metres').slice().buffer);
  const times = parts && {
    codes: list('areas'),
    destinations: list('sites'),
    seconds: new Uint16Array(bytes('seconds').slice().buffer),
    metres: metres!,
    hasMetres: metres!.some((each) => each !== NO_METRES),
  };
  held.set(workspace, {of, times});
  return times;
}

export interface Joined {
  times: TravelTimes;
  areasFound: number;
  sitesFound: number;
  hasMetres: boolean;
}

/** Times from elsewhere for the project's own areas and sites. A site is known by its id, its publisher's code or its name. */
export function joinedTimes(
  imported: ImportedTimes,
  plan: Plan,
  areaCodes: readonly string[],
  ids: readonly string[],
): Joined {
  const column = new Map<string, number>();
  for (const [index, name] of imported.destinations.entries()) column.set(name.trim().toLowerCase(), index);
  const row = new Map(imported.codes.map((code, index) => [code, index]));
  const many = imported.codes.length;
  const seconds = new Uint16Array(areaCodes.length * ids.length).fill(UNREACHED);
  const metres = new Uint32Array(seconds.length).fill(NO_METRES);
  let sitesFound = 0;
  ids.forEach((id, site) => {
    const {code, name} = plan.site.get(id)!;
    const at = [id, code, name].map((each) => column.get(each.trim().toLowerCase())).find((each) => each !== undefined);
    if (at === undefined) return;
    sitesFound++;
    areaCodes.forEach((areaCode, area) => {
      const from = row.get(areaCode);
      if (from === undefined) return;
      seconds[site * areaCodes.length + area] = imported.seconds[at * many + from]!;
      metres[site * areaCodes.length + area] = imported.metres[at * many + from]!;
    });
  });
  return {
    times: {areas: areaCodes.length, sites: ids.length, seconds, metres},
    areasFound: areaCodes.filter((code) => row.has(code)).length,
    sitesFound,
    hasMetres: imported.hasMetres,
  };
}

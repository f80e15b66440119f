import type {Feature} from './area-rows.ts';
import {amount} from './cell-rules.ts';
import {serviceKeys, siteKind} from './layouts/site-kinds.ts';
import {cellOf, type Match, one} from './match.ts';
import type {SitesReading} from './reading.ts';

/** The columns that a list of sites comes down to. */
export type SiteColumns = Pick<
  SitesReading,
  | 'codes'
  | 'names'
  | 'siteKinds'
  | 'services'
  | 'standing'
  | 'addresses'
  | 'postcodes'
  | 'parents'
  | 'tenure'
  | 'condition'
  | 'floorSpace'
  | 'vacantSpace'
  | 'openingCost'
  | 'lon'
  | 'lat'
  | 'rows'
>;

/** A list of sites while it grows, one good row at a time. */
export interface GrowingSites {
  add(record: Feature, name: string, written: string, place: readonly [number, number] | null): void;
  count(): number;
  finish(): SiteColumns;
}

export function createGrowingSites(match: Match): GrowingSites {
  const texts = {
    codes: one(match, 'site code'),
    parents: one(match, 'parent'),
    postcodes: one(match, 'postcode'),
    tenure: one(match, 'tenure'),
    condition: one(match, 'condition'),
  };
  const addressColumns = match.found.filter(({column}) => column.role === 'address');
  const service = one(match, 'service');
  const standing = one(match, 'standing');
  const floor = one(match, 'floor space');
  const vacant = one(match, 'vacant space');
  const cost = one(match, 'opening cost');
  const kept = {
    codes: [] as string[],
    parents: [] as string[],
    postcodes: [] as string[],
    tenure: [] as string[],
    condition: [] as string[],
  };
  const names: string[] = [];
  const siteKinds: string[] = [];
  const services: string[][] = [];
  const standings: ('existing' | 'candidate')[] = [];
  const addresses: string[] = [];
  const numbers = {
    floorSpace: [] as number[],
    vacantSpace: [] as number[],
    openingCost: [] as number[],
    lon: [] as number[],
    lat: [] as number[],
  };
  const rows: number[] = [];
  return {
    add: (record, name, written, place) => {
      const {kind, services: usual} = siteKind(written);
      names.push(name);
      siteKinds.push(kind);
      services.push(service ? serviceKeys(cellOf(service, record)) : [...usual]);
      standings.push(
        /candidate|proposed|planned|potential|option/i.test(cellOf(standing, record)) ? 'candidate' : 'existing',
      );
      addresses.push(
        addressColumns
          .map((found) => cellOf(found, record))
          .filter(Boolean)
          .join(', '),
      );
      for (const [key, found] of Object.entries(texts) as [keyof typeof kept, typeof service][])
        kept[key].push(cellOf(found, record));
      numbers.floorSpace.push(amount.read(cellOf(floor, record)));
      numbers.vacantSpace.push(amount.read(cellOf(vacant, record)));
      numbers.openingCost.push(amount.read(cellOf(cost, record)));
      numbers.lon.push(place?.[0] ?? Number.NaN);
      numbers.lat.push(place?.[1] ?? Number.NaN);
      rows.push(record.row);
    },
    count: () => rows.length,
    finish: () => ({
      ...kept,
      postcodes: kept.postcodes.map((postcode) => postcode.toUpperCase()),
      names,
      siteKinds,
      services,
      standing: standings,
      addresses,
      floorSpace: Float64Array.from(numbers.floorSpace),
      vacantSpace: Float64Array.from(numbers.vacantSpace),
      openingCost: Float64Array.from(numbers.openingCost),
      lon: Float64Array.from(numbers.lon),
      lat: Float64Array.from(numbers.lat),
      rows: Uint32Array.from(rows),
    }),
  };
}

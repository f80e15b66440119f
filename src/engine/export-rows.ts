import {servicesAt} from '../domain/placement.ts';
import type {Plan} from '../domain/plan.ts';
import {ageLabel} from './age-label.ts';
import type {Answer} from './answer-shape.ts';
import type {LosingArea} from './measures/losers.ts';
import type {People} from './people.ts';
import {orNull} from './people.ts';
import type {AreaColumns} from './score.ts';

/** A table to be written out: headings with their units, and rows of plain values. `at` is each row’s point on the map. */
export interface Table {
  headings: string[];
  rows: (string | number | null)[][];
  at: ([number, number] | null)[];
}

/** Who an option makes worse off: goes with every comparison that is written out, also where it is nobody. */
export type Losers = {title: string; table: Omit<Table, 'at'>} | null;

export function losersTable(option: string, against: string, losers: readonly LosingArea[]): Losers {
  const people = losers.reduce((sum, each) => sum + each.people, 0);
  const title =
    losers.length === 0
      ? `Nobody is worse off in ${option} than in ${against}`
      : `Worse off in ${option} than in ${against}: ${losers.length} areas, ${Math.round(people)} people`;
  return {
    title,
    table: {
      headings: ['code', 'name', 'deprivation', 'people', 'minutes before', 'minutes after', 'minutes more'],
      rows: losers.map((each) => [
        each.code,
        each.name,
        each.fifth,
        each.people,
        rounded(each.minutesBefore, 2),
        each.minutesAfter === null ? 'out of reach' : rounded(each.minutesAfter, 2),
        rounded(each.minutesMore, 2),
      ]),
    },
  };
}

export function areasTable(people: People): Table {
  return {
    headings: [
      'code',
      'name',
      'ward',
      'district',
      'longitude',
      'latitude',
      'centroid',
      'residents',
      'imd_decile',
      'deprivation_fifth',
      ...people.bands.map((band) => `residents ${ageLabel(band)}`),
    ],
    rows: people.codes.map((code, area) => [
      code,
      people.names[area]!,
      people.wards[area]!,
      people.districts[area]!,
      people.lng[area]!,
      people.lat[area]!,
      people.weighted[area] ? 'population-weighted' : 'inside the area',
      orNull(people.residents[area]!),
      people.decile[area] || null,
      people.fifth[area] || null,
      ...people.bands.map((_, band) => orNull(people.byBand[band * people.codes.length + area]!)),
    ]),
    at: people.codes.map((_, area) => [people.lng[area]!, people.lat[area]!]),
  };
}

export function sitesTable(plan: Plan, option: string): Table {
  const sites = [...plan.site.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    headings: [
      'id',
      'name',
      'standing',
      'kind',
      'code',
      'longitude',
      'latitude',
      'postcode',
      'address',
      'tenure',
      'condition',
      'gia_m2',
      'vacant_m2',
      'opening_cost',
      'services',
    ],
    rows: sites.map((site) => [
      site.id,
      site.name,
      site.standing,
      site.kind,
      site.code,
      site.lng,
      site.lat,
      site.postcode,
      site.address,
      site.tenure,
      site.condition,
      site.giaM2,
      site.vacantM2,
      site.openingCost,
      servicesAt(plan, option, site.id).join(' '),
    ]),
    at: sites.map((site) => [site.lng, site.lat]),
  };
}

/** The answer by area: what the map shows, with the reason for everyone who is not served. */
export function answerTable(areas: AreaColumns, people: People, answer: Answer): Table {
  const against = areas.minutesAgainst;
  return {
    headings: [
      'code',
      'name',
      'residents',
      'deprivation_fifth',
      `minutes by ${answer.question.mode}`,
      'kilometres',
      'closest site',
      `within ${answer.question.within} minutes`,
      'reason',
      ...(against ? [`minutes in ${answer.question.againstName}`, 'change in minutes'] : []),
    ],
    rows: areas.code.map((code, area) => [
      code,
      areas.name[area]!,
      areas.residents[area]!,
      areas.fifth[area] || null,
      rounded(areas.minutes[area]!, 2),
      rounded(areas.kilometres[area]!, 3),
      areas.site[area]!,
      areas.status[area]!,
      areas.reason[area]!,
      ...(against ? [rounded(against[area]!, 2), rounded(difference(areas.minutes[area]!, against[area]!), 2)] : []),
    ]),
    at: areas.code.map((_, area) => [people.lng[area]!, people.lat[area]!]),
  };
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}

/** Times are whole seconds and lengths whole metres: more digits than that would be noise. */
function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}

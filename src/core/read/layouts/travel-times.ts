import {amount, anything} from '../cell-rules.ts';
import type {Column, TravelTimesLayout} from '../layout.ts';
import {planner} from '../publishers.ts';
import {anyCode} from './area-columns.ts';

/** Travel times worked out with other tools: wide, as course books of the NHS have them, and long. */

const base = {
  kind: 'travel-times',
  publisher: planner,
  edition: 'not stated in the file',
  date: null,
  year: 2026,
  from: 'table',
} as const satisfies Partial<TravelTimesLayout>;
const minutes: Column = {
  role: 'minutes',
  label: 'columns of minutes, one a site',
  named: /\w/,
  rule: amount,
  must: true,
  each: true,
};

/** One row an area, one column a site that is headed by its postcode or code. */
export const travelTimesWide: TravelTimesLayout = {
  ...base,
  id: 'travel-times-wide',
  shape: 'wide',
  title: 'Travel times by area and site (wide)',
  sure: 'likely',
  columns: [
    {...anyCode, named: /^(lsoa( ?(20)?(11|21))? ?(cd|code)?|area code|origin|from|code)$/},
    {
      ...minutes,
      label: 'columns headed by the postcode or code of a site',
      named: /^([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d{5}(\d{3})?|r[a-z0-9]{2}[a-z0-9]{2})$/,
    },
  ],
};

/** The same under any headings, when a planner says that minutes are what it holds. */
export const travelTimesWideAny: TravelTimesLayout = {
  ...travelTimesWide,
  id: 'travel-times-wide-any',
  sure: 'guess',
  onlyAsked: true,
  columns: [anyCode, minutes],
};

/** One row a pair: origin, destination, minutes. */
export const travelTimesLong: TravelTimesLayout = {
  ...base,
  id: 'travel-times-long',
  shape: 'long',
  title: 'Travel times by area and site (long)',
  sure: 'likely',
  columns: [
    {
      ...anyCode,
      label: 'the area of origin',
      named: /^(origin|from|from id|origin ?(id|code|area)|lsoa( ?(20)?(11|21))? ?(cd|code)?)$/,
    },
    {
      role: 'destination',
      label: 'the site of destination',
      named: /^(destination|to|to id|destination ?(id|code|site)|site( ?(id|code|name))?)$/,
      rule: anything,
      must: true,
    },
    {
      role: 'minutes',
      label: 'the minutes',
      named: /^(minutes|mins|travel ?time|travel time p50|time|duration)( ?(minutes|mins))?$/,
      rule: amount,
      must: true,
    },
    {
      role: 'kilometres',
      label: 'the kilometres',
      named: /^(kms?|kilometres?|distance ?kms?)$/,
      rule: amount,
      must: false,
    },
  ],
  key: ['area code', 'destination'],
};

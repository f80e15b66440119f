import {anything} from '../cell-rules.ts';
import type {Column, PostcodesLayout} from '../layout.ts';
import {onsBoundaries, type Publisher} from '../publishers.ts';
import {looksLike} from './ods-columns.ts';
import {easting, latitude, longitude, northing} from './place-columns.ts';
import {NAME_OF_SITE} from './site-columns.ts';

/** Directories of postcodes: the national lookup under its names of each year, its long predecessor, Code-Point Open. */

const postcodeCell = looksLike(/^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i, 'a postcode');
const postcode = (named: RegExp): Column => ({
  role: 'postcode',
  label: 'the postcode',
  named,
  rule: postcodeCell,
  must: true,
});
const ended: Column = {
  role: 'closed on',
  label: 'the date it ended (doterm)',
  named: /^doterm$/,
  rule: anything,
  must: true,
};
const area = (named: RegExp): Column => ({
  role: 'area code',
  label: 'the small area (lsoa21cd)',
  named,
  rule: anything,
  must: true,
});

const statistics: Publisher = {
  ...onsBoundaries,
  attribution: (year) =>
    `Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right ${year}; contains Royal Mail data © Royal Mail copyright and database right ${year}`,
};

const survey: Publisher = {
  name: 'Ordnance Survey',
  licence: 'Open Government Licence v3.0',
  attribution: (year) =>
    `Contains OS data © Crown copyright and database right ${year}; contains Royal Mail data © Royal Mail copyright and database right ${year}`,
};

const base = {
  kind: 'postcodes',
  edition: 'as downloaded',
  date: null,
  year: 2026,
  sure: 'certain',
  from: 'table',
} as const satisfies Partial<PostcodesLayout>;

/** NSPL: pcds, doterm, lsoa21cd (lsoa21 in earlier years), lat, long. */
export const nspl: PostcodesLayout = {
  ...base,
  id: 'nspl',
  title: 'National Statistics Postcode Lookup',
  publisher: statistics,
  vintage: 2021,
  columns: [
    postcode(/^pcds$/),
    ended,
    area(/^lsoa21(cd)?$/),
    {...latitude, named: /^lat$/},
    {...longitude, named: /^long$/},
  ],
};

/** ONSPD as it was until 2024: 53 columns, both editions of small areas. */
export const onspd: PostcodesLayout = {
  ...base,
  id: 'onspd',
  title: 'ONS Postcode Directory',
  publisher: statistics,
  vintage: 2021,
  columns: [
    postcode(/^pcds$/),
    ended,
    area(/^lsoa21$/),
    {role: 'district code', label: 'oslaua', named: /^oslaua$/, rule: anything, must: true},
    {...latitude, named: /^lat$/},
    {...longitude, named: /^long$/},
  ],
};

/** Code-Point Open as Ordnance Survey gives it: no headings, ten columns, metres. */
export const codePointOpen: PostcodesLayout = {
  ...base,
  id: 'code-point-open',
  title: 'Code-Point Open',
  publisher: survey,
  columns: [
    postcode(/^\b$/),
    {
      role: 'status',
      label: 'the quality of the place',
      named: /^\b$/,
      rule: looksLike(/^\d{2}$/, 'a quality from 10 to 90'),
      must: true,
    },
    easting,
    northing,
    {role: 'edition', label: 'the country', named: /^\b$/, rule: looksLike(/^[EWSN]92\d{6}$/, 'a country'), must: true},
  ],
  headless: {widths: [10, 10], at: [1, 2, 3, 4, 5]},
  leave: [{role: 'status', unless: /^[1-5]\d$/, say: 'without a place of their own (quality 60 and 90)'}],
};

/** A table of postcodes and degrees made of one of them. */
export const postcodeTable: PostcodesLayout = {
  ...base,
  id: 'postcode-table',
  title: 'Postcodes and where they are',
  // A list of buildings with both is a list of sites.
  without: NAME_OF_SITE,
  publisher: survey,
  sure: 'likely',
  columns: [
    postcode(/^(post ?code|pcds?)$/),
    longitude,
    latitude,
    {...area(/^(lsoa(21|11)? ?(cd|code)?)$/), must: false},
  ],
};

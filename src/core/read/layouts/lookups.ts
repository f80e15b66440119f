import {anything, areaOf, smallArea} from '../cell-rules.ts';
import type {Column, LookupLayout} from '../layout.ts';
import {ons, onsBoundaries} from '../publishers.ts';
import {areaName, codeOf} from './area-columns.ts';
import {looksLike} from './ods-columns.ts';

/** Lookups of small areas: to their successors of 2021, and to the wards, districts, boards and kinds of place they lie in. */

const base = {kind: 'lookup', date: null, sure: 'certain', from: 'either'} as const satisfies Partial<LookupLayout>;
const year = '(20)?\\d{2}';
const inside = (label: string, stem: string, rule: Column['rule'], must: boolean): Column => ({
  role: 'larger code',
  label,
  named: new RegExp(`^(${stem}) ?${year} ?(cd|code)$`),
  rule,
  must,
});
const namedAs = (label: string, stem: string): Column => ({
  role: 'larger name',
  label,
  named: new RegExp(`^(${stem}) ?${year} ?(nm|name)$`),
  rule: anything,
  must: false,
});
const name21: Column = {...areaName, named: /^lsoa ?21 ?(nm|name)$/};

/** LSOA (2011) to LSOA (2021): LSOA11CD, LSOA21CD, CHGIND (U unchanged, S split, M merged, X irregular). */
export const lookupEditions: LookupLayout = {
  ...base,
  id: 'lookup-lsoa-2011-2021',
  to: 'edition',
  title: 'Small areas of 2011 and their successors of 2021',
  publisher: ons,
  edition: 'exact fit',
  year: 2022,
  vintage: 2011,
  columns: [
    codeOf(11),
    {...areaName, named: /^(f )?lsoa ?11 ?(nm|name)$/},
    {
      role: 'change',
      label: 'what became of the area (CHGIND)',
      named: /^(chgind|chng ind|change( ?(code|indicator))?)$/,
      rule: looksLike(/^[USMX]$/i, 'U, S, M or X'),
      must: true,
    },
    {role: 'new area code', label: 'LSOA21CD', named: /^lsoa ?21 ?(cd|code)$/, rule: smallArea, must: true},
    {role: 'new area name', label: 'LSOA21NM', named: /^lsoa ?21 ?(nm|name)$/, rule: anything, must: false},
  ],
  key: ['area code', 'new area code'],
};

export const lookupWards: LookupLayout = {
  ...base,
  id: 'lookup-wards',
  to: 'larger areas',
  title: 'Small areas of 2021, their wards and districts',
  publisher: onsBoundaries,
  edition: 'best fit',
  year: 2024,
  vintage: 2021,
  columns: [
    codeOf(21),
    name21,
    inside('the ward code (WD24CD)', 'wd|ward', areaOf('ward'), true),
    namedAs('the ward name', 'wd|ward'),
    inside('the district code (LAD24CD)', 'lad|ltla', areaOf('district'), true),
    namedAs('the district name', 'lad|ltla'),
  ],
};

export const lookupDistricts: LookupLayout = {
  ...base,
  id: 'lookup-districts',
  to: 'larger areas',
  title: 'Small areas of 2021 and their districts',
  publisher: onsBoundaries,
  edition: 'best fit',
  year: 2024,
  vintage: 2021,
  columns: [
    codeOf(21),
    name21,
    inside('the district code (LAD24CD)', 'lad|ltla', areaOf('district'), true),
    namedAs('the district name', 'lad|ltla'),
  ],
};

export const lookupBoards: LookupLayout = {
  ...base,
  id: 'lookup-icbs',
  to: 'larger areas',
  title: 'Small areas of 2021 and their integrated care boards',
  publisher: onsBoundaries,
  edition: 'exact fit',
  year: 2024,
  vintage: 2021,
  columns: [
    codeOf(21),
    name21,
    inside('the ICB code (ICB24CD)', 'icb', areaOf('ICB'), true),
    namedAs('the ICB name', 'icb'),
    inside('the sub-ICB location code (SICBL24CD)', 'sicbl', areaOf('sub-ICB location'), false),
    namedAs('the sub-ICB location name', 'sicbl'),
    inside('the district code', 'lad|ltla', areaOf('district'), false),
    namedAs('the district name', 'lad|ltla'),
  ],
};

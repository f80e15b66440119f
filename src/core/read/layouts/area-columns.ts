import {anything, smallArea} from '../cell-rules.ts';
import type {Column} from '../layout.ts';

/** Columns that nearly every table of small areas has, under the names that publishers give them. */

/** A code column whose heading names the edition: LSOA21CD, lsoa21_code, LSOA 2021 Code, LSOA code (2021). */
export function codeOf(year: 11 | 21): Column {
  return {
    role: 'area code',
    label: `a column of 20${year} small-area codes (LSOA${year}CD)`,
    named: new RegExp(`^(f )?lsoa ?(20)?${year} ?(cd|code)$`),
    rule: smallArea,
    must: true,
  };
}

/** A code column under any name that is used for one; what stands in it decides. */
export const anyCode: Column = {
  role: 'area code',
  label: 'a column of small-area codes (LSOA)',
  named:
    /^(f )?(lsoa( ?(20)?(11|21))?( ?(cd|codes?))?|(lower[ -]layer super output areas?|2021 super output area - lower layer|super output area|area|geography|gss|ons|feature)( ?(code|cd|id))|mnemonic|geocode|code)$/,
  rule: smallArea,
  must: true,
};

export const areaName: Column = {
  role: 'area name',
  label: 'the name of the area',
  named:
    /^(lsoa( ?(20)?(11|21))? ?(nm|name)|area name|geography|lower[ -]layer super output areas?|20(11|21) super output area - lower layer|name)$/,
  rule: anything,
  must: false,
};

export const larger: readonly Column[] = [
  {role: 'ward code', label: 'the ward code', named: /^(wd|ward) ?\d{2} ?(cd|code)$/, rule: anything, must: false},
  {role: 'ward name', label: 'the ward name', named: /^(wd|ward) ?\d{2} ?(nm|name)$/, rule: anything, must: false},
  {
    role: 'district code',
    label: 'the district code',
    named: /^((lad|ltla|utla|la) ?\d{2,4} ?(cd|code)|local authority district code|la code)$/,
    rule: anything,
    must: false,
  },
  {
    role: 'district name',
    label: 'the district name',
    named: /^((lad|ltla|utla|la) ?\d{2,4} ?(nm|name)|local authority district name|la name)$/,
    rule: anything,
    must: false,
  },
];

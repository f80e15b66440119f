import type {ResidentsLayout} from '../layout.ts';
import {ons} from '../publishers.ts';
import {ageBands, total} from './age-columns.ts';
import {anyCode, areaName} from './area-columns.ts';

/** Tables that Nomis writes: titles and “Population :” above, the code under “mnemonic”, footnotes below. */

const base = {
  kind: 'residents',
  publisher: ons,
  edition: 'as the table says',
  editionIn: /\bTS\d{3}[A-Za-z]? - [^,"\n]{1,60}|Census 20\d\d/,
  date: null,
  year: 2022,
  sure: 'certain',
  from: 'table',
} as const satisfies Partial<ResidentsLayout>;

const code = {...anyCode, label: 'the code (mnemonic)', named: /^mnemonic$/};
const name = {...areaName, named: /^20(11|21) super output area - lower layer$/, must: true};

export const residentsNomisTotal: ResidentsLayout = {
  ...base,
  id: 'residents-nomis-total',
  title: 'Usual residents, by Nomis',
  columns: [code, name, {...total, named: /^(20\d\d|total|total: all usual residents)$/}],
};

export const residentsNomisByAge: ResidentsLayout = {
  ...base,
  id: 'residents-nomis-by-age',
  title: 'Residents by age, by Nomis',
  columns: [code, name, {...total, must: false, strict: true}, ageBands],
};

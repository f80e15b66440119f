import {anything} from '../cell-rules.ts';
import type {MeasuresLayout} from '../layout.ts';
import {ons} from '../publishers.ts';
import {areaName, codeOf} from './area-columns.ts';
import {looksLike} from './ods-columns.ts';

/** Rural Urban Classification 2021 of small areas: RUC21CD (UN1 … RSF1), its name, and urban or rural. */
export const ruralUrban2021: MeasuresLayout = {
  id: 'rural-urban-2021',
  kind: 'measures',
  unit: 'category',
  title: 'Rural Urban Classification 2021 of small areas',
  publisher: ons,
  edition: '2021',
  date: '2025-03-06',
  year: 2025,
  sure: 'certain',
  from: 'either',
  vintage: 2021,
  columns: [
    codeOf(21),
    {...areaName, named: /^lsoa ?21 ?(nm|name)$/},
    {
      role: 'class',
      label: 'the class (RUC21CD)',
      named: /^ruc ?21 ?(cd|code)$/,
      rule: looksLike(/^[RU][A-Z]{1,2}\d$/, 'a class such as UN1'),
      must: true,
    },
    {
      role: 'class',
      label: 'the name of the class',
      named: /^(ruc ?21 ?(nm|name)|classification)$/,
      rule: anything,
      must: false,
    },
    {role: 'class', label: 'urban or rural', named: /^(urban rural flag|ruc)$/, rule: anything, must: false},
  ],
};

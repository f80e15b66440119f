import {amount} from '../cell-rules.ts';
import type {MeasuresLayout} from '../layout.ts';
import {planner} from '../publishers.ts';
import {anyCode, areaName} from './area-columns.ts';

/** Demand by area, as course books of the NHS have it: LSOA11CD, population, demand. */
export const demandByArea: MeasuresLayout = {
  id: 'demand-by-area',
  kind: 'measures',
  unit: 'people or contacts',
  title: 'Demand by small area',
  publisher: planner,
  edition: 'not stated in the file',
  date: null,
  year: 2026,
  sure: 'likely',
  from: 'table',
  columns: [
    anyCode,
    areaName,
    {
      role: 'figure',
      label: 'the demand',
      named: /^(demand|need|contacts|visits|appointments|referrals|admissions)$/,
      rule: amount,
      must: true,
    },
    {role: 'figure', label: 'the population', named: /^(population|residents|people)$/, rule: amount, must: false},
  ],
};

/** Any figures by small area, when a planner says that this is what they are. */
export const figuresByArea: MeasuresLayout = {
  ...demandByArea,
  id: 'figures-by-area',
  title: 'Figures by small area',
  unit: 'as the headings say',
  sure: 'guess',
  onlyAsked: true,
  columns: [
    anyCode,
    areaName,
    {role: 'figure', label: 'columns of figures', named: /\w/, rule: amount, must: true, each: true},
  ],
};

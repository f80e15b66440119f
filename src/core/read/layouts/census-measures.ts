import {amount, anything, count} from '../cell-rules.ts';
import type {Column, LongMeasuresLayout, MeasuresLayout} from '../layout.ts';
import {ons, type Publisher} from '../publishers.ts';
import {anyCode, areaName, codeOf} from './area-columns.ts';

/** Counts of the censuses other than age: disability, cars, and the packs of single districts. */

const figure = (label: string, named: Column['named'], must = true): Column => ({
  role: 'figure',
  label,
  named,
  rule: count,
  must,
});
const census2021 = {
  publisher: ons,
  edition: 'Census 2021',
  date: '2021-03-21',
  year: 2021,
  sure: 'certain',
  from: 'table',
  vintage: 2021,
} as const satisfies Partial<MeasuresLayout>;
const census2011 = {
  ...census2021,
  edition: 'Census 2011',
  date: '2011-03-27',
  year: 2011,
  vintage: 2011,
} as const satisfies Partial<MeasuresLayout>;

export const disability2021: MeasuresLayout = {
  ...census2021,
  id: 'census-2021-disability',
  kind: 'measures',
  unit: 'people',
  title: 'Disability, Census 2021',
  columns: [
    codeOf(21),
    areaName,
    figure('all residents', /^total( residents)?$/, false),
    figure('people disabled under the Equality Act', /^disabled under the equality act$/),
    figure('people not disabled under the Equality Act', /^not disabled under the equality act$/),
  ],
};

/** Cars or vans, one row for each area and answer, as the custom-data service of the ONS writes every table. */
export const cars2021Long: LongMeasuresLayout = {
  ...census2021,
  id: 'census-2021-cars-long',
  kind: 'measures-long',
  unit: 'households',
  title: 'Cars or vans of households, Census 2021 (one answer a row)',
  columns: [
    {...anyCode, named: /^(area code|lower layer super output areas code)$/},
    {...areaName, named: /^(area name|lower layer super output areas)$/},
    {
      role: 'category',
      label: 'the number of cars or vans',
      named: /^(availability category|car or van availability)$/,
      rule: anything,
      must: true,
    },
    {role: 'value', label: 'the number of households (value)', named: /^(value|observation)$/, rule: count, must: true},
  ],
  key: ['area code', 'category'],
};

/** Cars or vans, one column for each answer, by Nomis (TS045). */
export const cars2021: MeasuresLayout = {
  ...census2021,
  id: 'census-2021-cars',
  kind: 'measures',
  unit: 'households',
  title: 'Cars or vans of households, Census 2021 (TS045)',
  columns: [
    anyCode,
    areaName,
    figure('all households', /^(total: all households|number of cars or vans: total: all households)$/, false),
    figure('households without a car or van', /^(number of cars or vans: )?no cars or vans in household$/),
    {
      ...figure(
        'households with cars or vans',
        /^(number of cars or vans: )?\d( or more)? cars? or vans? in household$/,
      ),
      each: true,
    },
  ],
};

export const cars2011: MeasuresLayout = {
  ...census2011,
  id: 'census-2011-cars',
  kind: 'measures',
  unit: 'households',
  title: 'Cars or vans of households, Census 2011 (KS404)',
  columns: [
    codeOf(11),
    areaName,
    figure('households without a car or van', /^cars: no cars or vans in household; measures: value$/),
    {...figure('households by cars', /^cars: .+; measures: value$/), each: true},
  ],
};

export const health2011: MeasuresLayout = {
  ...census2011,
  id: 'census-2011-health',
  kind: 'measures',
  unit: 'people',
  title: 'Health, disability and unpaid care, Census 2011 (KS301)',
  columns: [
    codeOf(11),
    areaName,
    figure(
      'people whose day-to-day activities are limited a lot',
      /^disability\/health\/care: day-to-day activities limited a lot; measures: value$/,
    ),
    {...figure('health and care', /^disability\/health\/care: .+; measures: value$/), each: true},
  ],
};

export const tenure2011: MeasuresLayout = {
  ...census2011,
  id: 'census-2011-tenure',
  kind: 'measures',
  unit: 'households',
  title: 'Tenure of households, Census 2011 (KS402)',
  columns: [
    codeOf(11),
    areaName,
    figure('all households', /^tenure: all households; measures: value$/),
    {...figure('households by tenure', /^tenure: .+; measures: value$/), each: true},
  ],
};

export const residents2011: MeasuresLayout = {
  ...census2011,
  id: 'census-2011-residents',
  kind: 'measures',
  unit: 'people',
  title: 'Usual residents, Census 2011 (KS101)',
  columns: [
    codeOf(11),
    areaName,
    {...figure('all usual residents', /^variable: all usual residents; measures: value$/), rule: amount},
    {...figure('residents by sex and household', /^variable: .+; measures: value$/), rule: amount, each: true},
  ],
};

const consumerData: Publisher = {
  name: 'Consumer Data Research Centre',
  licence: 'Open Government Licence v3.0',
  attribution: () =>
    'Data provided by the ESRC Consumer Data Research Centre; contains LDC data 2016; contains Office for National Statistics boundaries; contains CDRC data',
};

/** Access to Healthy Assets and Hazards: road distances to GP, pharmacy, A&E and others, and air and green space. */
export const ahah: MeasuresLayout = {
  ...census2011,
  id: 'ahah-2019',
  kind: 'measures',
  unit: 'kilometres, for the columns that end in “dist”',
  title: 'Access to Healthy Assets and Hazards 2019',
  publisher: consumerData,
  edition: '2019',
  date: null,
  year: 2019,
  columns: [
    codeOf(11),
    areaName,
    {...figure('the distance to a GP (gpp_dist)', /^gpp dist$/), rule: amount},
    {...figure('the distance to A&E (ed_dist)', /^ed dist$/), rule: amount},
    {...figure('the distance to a pharmacy (pharm_dist)', /^pharm dist$/), rule: amount},
    {...figure('other distances', /^[a-z]+ dist$/, false), rule: amount, each: true},
  ],
};

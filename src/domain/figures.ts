/** A number the answers use, with where it comes from. A planner's `Assumption` of the same key stands in its place. */
export interface Figure {
  key: string;
  label: string;
  value: number;
  unit: string;
  /** The range a planner should hold it within; null where nobody has given one. */
  low: number | null;
  high: number | null;
  source: string;
  year: string;
  /** For money: the prices it is in. */
  priceBase: string;
  licence: string;
  confidence: 'published' | 'derived' | 'assumed';
}

const OGL = 'Open Government Licence v3.0';
const TAG = 'DfT, TAG data book v1.24 (November 2024), value of time per person, non-work other';

/** The figures that ship with the product. Speeds by street class come from the streets themselves (`core/graph`). */
export const FIGURES: readonly Figure[] = [
  {
    key: 'value-of-time',
    label: 'Value of an hour of a patient’s time',
    value: 5.135,
    unit: '£ an hour',
    low: 4.543,
    high: 11.251,
    source: TAG,
    year: '2025',
    priceBase: '2010 prices and values',
    licence: OGL,
    confidence: 'published',
  },
  {
    key: 'price-uplift',
    label: 'Uplift of the value of time to another year’s prices',
    value: 1,
    unit: 'factor',
    low: 1,
    high: 2,
    source: 'None applied: 1 keeps 2010 prices. Take the GDP deflator of the annual parameters of the same data book.',
    year: '2010',
    priceBase: '2010 prices',
    licence: OGL,
    confidence: 'assumed',
  },
  {
    key: 'carbon-car',
    label: 'Carbon of a kilometre by average car',
    value: 0.16725,
    unit: 'kgCO2e a km',
    low: 0.04047,
    high: 0.17304,
    source: 'DESNZ, greenhouse gas conversion factors 2025, business travel by land, average car, unknown fuel',
    year: '2025',
    priceBase: '',
    licence: OGL,
    confidence: 'published',
  },
  {
    key: 'carbon-nepts',
    label: 'Carbon of a journey by patient transport',
    value: 4.8,
    unit: 'kgCO2e a journey',
    low: 4.3,
    high: 5.3,
    source:
      'NHS England, review of non-emergency patient transport (August 2021): 51 to 58 kt over 11 to 12 million journeys',
    year: '2021',
    priceBase: '',
    licence: OGL,
    confidence: 'derived',
  },
  {
    key: 'nepts-leg',
    label: 'Cost of a journey by patient transport',
    value: 38,
    unit: '£ a leg',
    low: 38,
    high: 40,
    source: 'NHS England, review of non-emergency patient transport (August 2021); PQ 80182',
    year: '2021',
    priceBase: '2021 prices',
    licence: OGL,
    confidence: 'published',
  },
  {
    key: 'nepts-km',
    label: 'Cost of a kilometre by patient transport, for legs that get shorter or longer',
    value: 0,
    unit: '£ a km',
    low: 0,
    high: 2,
    source: 'None published. 0 claims nothing for shorter legs; put your own contract’s distance rate here.',
    year: '',
    priceBase: '',
    licence: '',
    confidence: 'assumed',
  },
  {
    key: 'walk-access-speed',
    label: 'Speed between a place and the nearest street',
    value: 4.8,
    unit: 'km/h',
    low: 3,
    high: 6,
    source: 'Usual adult walking speed in accessibility studies (3 miles an hour)',
    year: '',
    priceBase: '',
    licence: '',
    confidence: 'assumed',
  },
  {
    key: 'snap-limit',
    label: 'Furthest a place may be from a street it can use',
    value: 2000,
    unit: 'metres',
    low: 100,
    high: 5000,
    source: 'Closer’s own: a place further than this is unreachable, and says so',
    year: '',
    priceBase: '',
    licence: '',
    confidence: 'assumed',
  },
  {
    key: 'travel-limit',
    label: 'Longest journey that is measured',
    value: 240,
    unit: 'minutes',
    low: 30,
    high: 1080,
    source: 'Closer’s own: a site further than this counts as unreachable, and says so',
    year: '',
    priceBase: '',
    licence: '',
    confidence: 'assumed',
  },
];

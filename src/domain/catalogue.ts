import type {Service} from './service.ts';

/**
 * The services a new project starts with. Rates are defaults to be replaced by a planner's own: each says whether it
 * was published, derived from published figures, or assumed by us.
 */
type Row = [
  id: string,
  name: string,
  visitsPerYear: number,
  usersPer1000: number,
  ages: [from: number, to: number],
  minutesPerVisit: number,
  shareCar: number,
  shareNepts: number,
  confidence: Service['confidence'],
  source: string,
];

const ASSUMED = 'Closer’s default, to be replaced by local activity';
const ALL: [number, number] = [0, 120];
const ADULTS: [number, number] = [16, 120];

const ROWS: Row[] = [
  [
    'general-practice',
    'General practice',
    5.58,
    1000,
    ALL,
    10,
    0.7,
    0,
    'derived',
    'NHS England: 353.3 million appointments a year over 63.27 million registered patients (2024)',
  ],
  ['pharmacy', 'Pharmacy', 12, 700, ALL, 5, 0.6, 0, 'assumed', ASSUMED],
  [
    'dialysis',
    'Dialysis',
    156,
    0.37,
    ALL,
    240,
    0.4,
    0.6,
    'derived',
    'UK Renal Registry and National Kidney Federation: 25,000 in-centre patients over 67.5 million people; three sessions a week',
  ],
  ['diagnostics', 'Diagnostics', 1.5, 300, ALL, 30, 0.75, 0.03, 'assumed', ASSUMED],
  ['x-ray', 'X-ray', 1.2, 250, ALL, 15, 0.75, 0.03, 'assumed', ASSUMED],
  ['outpatients', 'Outpatients', 3.5, 420, ALL, 20, 0.75, 0.05, 'assumed', ASSUMED],
  ['minor-procedures', 'Minor procedures', 1.2, 40, ALL, 30, 0.75, 0.02, 'assumed', ASSUMED],
  ['phlebotomy', 'Phlebotomy', 3, 350, ADULTS, 5, 0.7, 0.01, 'assumed', ASSUMED],
  ['urgent-care', 'Urgent care', 1.4, 250, ALL, 90, 0.75, 0.01, 'assumed', ASSUMED],
  ['hospital', 'Hospital', 2.5, 450, ALL, 60, 0.75, 0.05, 'assumed', ASSUMED],
  ['mental-health-nurse', 'Mental health nurse', 6, 60, ALL, 40, 0.6, 0, 'assumed', ASSUMED],
  ['speech-centre', 'Speech centre', 8, 20, [0, 17], 40, 0.7, 0, 'assumed', ASSUMED],
  ['respite-beds', 'Respite beds', 4, 2, ALL, 1440, 0.7, 0.2, 'assumed', ASSUMED],
  ['dentist', 'Dentist', 1.8, 550, ALL, 25, 0.7, 0, 'assumed', ASSUMED],
  ['optician', 'Optician', 1, 300, ALL, 30, 0.7, 0, 'assumed', ASSUMED],
  ['police', 'Police', 1, 30, ADULTS, 20, 0.6, 0, 'assumed', ASSUMED],
  ['council-payments', 'Council payments', 4, 60, ADULTS, 10, 0.5, 0, 'assumed', ASSUMED],
  ['advice', 'Advice', 3, 50, ADULTS, 45, 0.5, 0, 'assumed', ASSUMED],
  ['housing', 'Housing', 2, 60, ADULTS, 30, 0.5, 0, 'assumed', ASSUMED],
  ['job-club', 'Job club', 26, 10, [16, 66], 60, 0.4, 0, 'assumed', ASSUMED],
  ['nursery', 'Nursery', 190, 30, [0, 4], 10, 0.6, 0, 'assumed', ASSUMED],
  ['leisure', 'Leisure', 40, 180, ALL, 60, 0.7, 0, 'assumed', ASSUMED],
  ['pool', 'Pool', 20, 150, ALL, 60, 0.7, 0, 'assumed', ASSUMED],
  ['gym', 'Gym', 60, 150, ADULTS, 60, 0.6, 0, 'assumed', ASSUMED],
  ['library', 'Library', 10, 250, ALL, 40, 0.5, 0, 'assumed', ASSUMED],
  ['food', 'Food', 50, 900, ADULTS, 40, 0.7, 0, 'assumed', ASSUMED],
];

/** The catalogue as rows of the plan. */
export const CATALOGUE: readonly Service[] = ROWS.map(
  ([
    id,
    name,
    visitsPerYear,
    usersPer1000,
    [fromAge, toAge],
    minutesPerVisit,
    shareCar,
    shareNepts,
    confidence,
    source,
  ]) => ({
    id,
    name,
    visitsPerYear,
    usersPer1000,
    fromAge,
    toAge,
    minutesPerVisit,
    shareCar,
    shareNepts,
    shareUsingNearest: 1,
    source,
    confidence,
  }),
);

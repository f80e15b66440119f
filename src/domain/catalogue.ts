import type {Service, Theme} from './service.ts';

/**
 * The services a new project starts with. Rates are defaults to be replaced by a planner's own: each says whether it
 * was published, derived from published figures, or assumed by us. Every one of them can be edited.
 */
type Row = [
  id: string,
  name: string,
  theme: Theme,
  unit: string,
  visitsPerYear: number,
  usersPer1000: number,
  ages: [from: number, to: number],
  minutesPerVisit: number,
  shareCar: number,
  shareNepts: number,
  source?: string,
];

const ASSUMED = 'Closer’s default, to be replaced by local activity';
const ALL: [number, number] = [0, 120];
const ADULTS: [number, number] = [16, 120];
const APPOINTMENTS = 'NHS England: 353.3 million appointments a year over 63.27 million registered patients (2024)';
const DIALYSIS =
  'UK Renal Registry and National Kidney Federation: 25,000 in-centre patients over 67.5 million people; three sessions a week';

// biome-ignore format: a table reads best with one row a line
const ROWS: Row[] = [
  ['general-practice', 'General practice', 'physical', 'appointment', 5.58, 1000, ALL, 10, 0.7, 0, APPOINTMENTS],
  ['pharmacy', 'Pharmacy', 'physical', 'visit', 12, 700, ALL, 5, 0.6, 0],
  ['dialysis', 'Dialysis', 'physical', 'session', 156, 0.37, ALL, 240, 0.4, 0.6, DIALYSIS],
  ['diagnostics', 'Diagnostics', 'physical', 'test', 1.5, 300, ALL, 30, 0.75, 0.03],
  ['x-ray', 'X-ray', 'physical', 'examination', 1.2, 250, ALL, 15, 0.75, 0.03],
  ['outpatients', 'Outpatients', 'physical', 'appointment', 3.5, 420, ALL, 20, 0.75, 0.05],
  ['minor-procedures', 'Minor procedures', 'physical', 'procedure', 1.2, 40, ALL, 30, 0.75, 0.02],
  ['elective-surgery', 'Elective surgery', 'physical', 'operation', 1.1, 60, ALL, 300, 0.85, 0.05],
  ['phlebotomy', 'Phlebotomy', 'physical', 'blood test', 3, 350, ADULTS, 5, 0.7, 0.01],
  ['long-term-conditions', 'Long-term conditions clinic', 'physical', 'appointment', 3, 90, ADULTS, 30, 0.7, 0.03],
  ['respiratory-clinic', 'Respiratory clinic (COPD and asthma)', 'physical', 'appointment', 2, 80, ALL, 30, 0.7, 0.02],
  ['urgent-care', 'Urgent care', 'physical', 'attendance', 1.4, 250, ALL, 90, 0.75, 0.01],
  ['out-of-hours', 'Out-of-hours care', 'physical', 'attendance', 1.3, 90, ALL, 30, 0.8, 0],
  ['hospital', 'Hospital', 'physical', 'attendance', 2.5, 450, ALL, 60, 0.75, 0.05],
  ['community-nursing', 'Community nursing clinic', 'physical', 'appointment', 10, 25, ALL, 20, 0.6, 0.05],
  ['prevention', 'Health checks and screening', 'physical', 'check', 1, 150, [40, 74], 30, 0.7, 0],
  ['dentist', 'Dentist', 'physical', 'appointment', 1.8, 550, ALL, 25, 0.7, 0],
  ['optician', 'Optician', 'physical', 'examination', 1, 300, ALL, 30, 0.7, 0],
  ['mental-health-nurse', 'Mental health nurse', 'mental', 'appointment', 6, 60, ALL, 40, 0.6, 0],
  ['talking-therapies', 'Talking therapies', 'mental', 'session', 8, 25, ADULTS, 50, 0.6, 0],
  ['speech-centre', 'Speech centre', 'physical', 'session', 8, 20, [0, 17], 40, 0.7, 0],
  ['respite-beds', 'Respite beds', 'care', 'stay', 4, 2, ALL, 1440, 0.7, 0.2],
  ['social-care', 'Social care', 'care', 'appointment', 4, 20, ADULTS, 45, 0.5, 0.05],
  ['police', 'Police', 'council', 'visit', 1, 30, ADULTS, 20, 0.6, 0],
  ['council-payments', 'Council payments', 'council', 'visit', 4, 60, ADULTS, 10, 0.5, 0],
  ['benefits', 'Benefits', 'council', 'appointment', 4, 50, [16, 66], 30, 0.4, 0],
  ['advice', 'Advice', 'community', 'session', 3, 50, ADULTS, 45, 0.5, 0],
  ['job-club', 'Job club', 'community', 'session', 26, 10, [16, 66], 60, 0.4, 0],
  ['nursery', 'Nursery', 'community', 'session', 190, 30, [0, 4], 10, 0.6, 0],
  ['community-venue', 'Community venue', 'community', 'visit', 24, 60, ALL, 90, 0.4, 0],
  ['leisure', 'Leisure', 'community', 'visit', 40, 180, ALL, 60, 0.7, 0],
  ['pool', 'Pool', 'community', 'visit', 20, 150, ALL, 60, 0.7, 0],
  ['gym', 'Gym', 'community', 'visit', 60, 150, ADULTS, 60, 0.6, 0],
  ['library', 'Library', 'community', 'visit', 10, 250, ALL, 40, 0.5, 0],
  // The nine wider determinants of health.
  ['food', 'Food', 'determinant', 'visit', 50, 900, ADULTS, 40, 0.7, 0],
  ['alcohol-support', 'Alcohol support', 'determinant', 'session', 12, 6, ADULTS, 45, 0.4, 0],
  ['stop-smoking', 'Stop smoking', 'determinant', 'session', 6, 10, ADULTS, 20, 0.5, 0],
  ['exercise', 'Exercise', 'determinant', 'visit', 40, 300, ALL, 60, 0.5, 0],
  ['transport', 'Transport (bus stop or station)', 'determinant', 'boarding', 60, 500, ALL, 5, 0, 0],
  ['housing', 'Housing', 'determinant', 'appointment', 2, 60, ADULTS, 30, 0.5, 0],
  ['education', 'Adult education', 'determinant', 'session', 30, 40, ADULTS, 120, 0.5, 0],
  ['employment', 'Employment support', 'determinant', 'appointment', 20, 20, [16, 66], 30, 0.4, 0],
  ['green-space', 'Green space', 'determinant', 'visit', 80, 600, ALL, 45, 0.3, 0],
];

/** What sort of thing some services share, so that two of them at two sites may be looked at as duplicates. */
const ALIKE: Record<string, string> = {
  diagnostics: 'diagnostics',
  'x-ray': 'diagnostics',
  leisure: 'exercise',
  gym: 'exercise',
  exercise: 'exercise',
  'mental-health-nurse': 'mental health',
  'talking-therapies': 'mental health',
  'job-club': 'employment',
  employment: 'employment',
  'urgent-care': 'urgent care',
  'out-of-hours': 'urgent care',
};

/** The catalogue as rows of the plan. */
export const CATALOGUE: readonly Service[] = ROWS.map(
  ([
    id,
    name,
    theme,
    unit,
    visitsPerYear,
    usersPer1000,
    [fromAge, toAge],
    minutesPerVisit,
    shareCar,
    shareNepts,
    source,
  ]) => ({
    id,
    name,
    visitsPerYear,
    usersPer1000,
    fromAge,
    toAge,
    minutesPerVisit,
    unit,
    theme,
    alike: ALIKE[id] ?? '',
    demandColumn: '',
    shareCar,
    shareNepts,
    shareUsingNearest: 1,
    shareDigital: 0,
    source: source ?? ASSUMED,
    confidence: source ? ('derived' as const) : ('assumed' as const),
  }),
);

import type {LedgerAssumptions} from '../core/journeys/assumptions.ts';
import {ledger} from '../core/journeys/ledger.ts';
import type {LedgerTerm} from '../core/journeys/ledger-terms.ts';
import {ledgerTerms} from '../core/journeys/ledger-terms.ts';
import {FIGURES} from '../domain/figures.ts';
import {KM_PER_MILE} from '../domain/units.ts';

function figure(key: string): number {
  return FIGURES.find((each) => each.key === key)!.value;
}

/** One dialysis patient whose 80-mile round trip, three times a week, no longer occurs; at 40 miles an hour. */
const ASSUMED: LedgerAssumptions = {
  visitsPerUser: 156,
  shareUsingClosest: 1,
  shareAvoided: 1,
  shareByCar: 1,
  carKgPerKilometre: figure('carbon-car'),
  shareByPatientTransport: 1,
  patientTransportPoundsPerLeg: figure('nepts-leg'),
  patientTransportPoundsPerKilometre: 0,
  patientTransportKgPerLeg: 0,
  poundsPerHour: figure('value-of-time'),
  priceUplift: 1,
  valuesTimeOnPatientTransport: true,
};

const MILES_ONE_WAY = 40;
const MINUTES_ONE_WAY = 60;

function terms(): LedgerTerm[] {
  const base = {minutes: Float64Array.of(MINUTES_ONE_WAY), kilometres: Float64Array.of(MILES_ONE_WAY * KM_PER_MILE)};
  const none = {minutes: Float64Array.of(0), kilometres: Float64Array.of(0)};
  return ledgerTerms(ledger(base, none, [1], ASSUMED), ASSUMED);
}

/** The case that Closer was made for, worked by the same ledger as every other answer. */
export const WIGAN = {
  title: 'The man in Wigan',
  text:
    'A man on dialysis made an 80-mile round trip three times a week. A unit in his local centre ended those journeys: ' +
    '156 visits a year, two legs each, 40 miles and (at 40 miles an hour) 60 minutes a leg. Counted as journeys that no ' +
    'longer occur; his time is valued as the patient’s own and the transport as the NHS’s.',
  terms: terms(),
};

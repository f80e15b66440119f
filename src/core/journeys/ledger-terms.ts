import type {LedgerAssumptions} from './assumptions.ts';
import type {Ledger} from './ledger.ts';

/** A number of the ledger that can be opened: what it is, and the sum that gave it, with its values. */
export interface LedgerTerm {
  key: string;
  label: string;
  value: number;
  unit: string;
  formula: string;
}

const KILOMETRES_PER_MILE = 1.609344;

/**
 * Every term of a ledger's total with its value, unit and formula, in the order in which they follow from each other.
 * This is the answer to "why this number?": each formula names its terms in words and repeats their values.
 */
export function ledgerTerms(ledger: Ledger, assumed: LedgerAssumptions): LedgerTerm[] {
  const {total, legs} = ledger;
  const byPatientTransport = assumed.shareByPatientTransport;
  const outOfReach = [ledger.newlyReachable, ledger.noLongerReachable, ledger.neverReachable];
  const legsOutOfReach = outOfReach.reduce((sum, place) => sum + place.legs, 0);
  const avoidedPounds = total.patientTransportLegsAvoided * assumed.patientTransportPoundsPerLeg;
  const distancePounds = total.patientTransportPounds - avoidedPounds;
  const timeShare = assumed.valuesTimeOnPatientTransport ? 1 : 1 - byPatientTransport;
  const perLeg = total.patientTransportLegsAvoided * assumed.patientTransportKgPerLeg;
  const term = (key: string, label: string, value: number, unit: string, formula: string): LedgerTerm => ({
    key,
    label,
    value,
    unit,
    formula,
  });
  return [
    term('users', 'Users', ledger.users, 'people a year', 'users of every area, added up'),
    term(
      'legs',
      'Legs',
      total.legs + legsOutOfReach,
      'one-way legs a year',
      `2 × ${n(ledger.users)} users × ${n(assumed.visitsPerUser)} visits`,
    ),
    term('legsOutOfReach', 'Legs out of reach', legsOutOfReach, 'one-way legs a year', 'no path now, or none then'),
    term(
      'legsAvoided',
      'Legs that no longer occur',
      legs.avoided,
      'one-way legs a year',
      `${n(total.legs)} legs × ${n(assumed.shareUsingClosest)} who use the closest site × ${n(assumed.shareAvoided)} avoided`,
    ),
    term('legsShortened', 'Legs shortened', legs.shortened, 'one-way legs a year', 'legs with fewer minutes than now'),
    term(
      'legsLengthened',
      'Legs lengthened',
      legs.lengthened,
      'one-way legs a year',
      'legs with more minutes than now',
    ),
    term('legsSame', 'Legs unchanged', legs.same, 'one-way legs a year', 'legs with the same minutes as now'),
    term(
      'minutes',
      'Minutes saved',
      total.minutes,
      'minutes a year',
      'sum over areas of legs × (minutes now − minutes in the option); the whole leg where it is avoided',
    ),
    term('hours', 'Hours saved', total.hours, 'hours a year', `${n(total.minutes)} minutes ÷ 60`),
    term(
      'timePounds',
      'Value of time saved',
      total.timePounds,
      'pounds a year, welfare value',
      `${n(total.hours)} hours × ${n(timeShare)} valued × £${n(assumed.poundsPerHour)} × ${n(assumed.priceUplift)} price uplift`,
    ),
    term(
      'kilometres',
      'Kilometres saved',
      total.kilometres,
      'kilometres a year',
      'sum over areas of legs × (kilometres now − kilometres in the option); the whole leg where it is avoided',
    ),
    term(
      'miles',
      'Miles saved',
      total.kilometres / KILOMETRES_PER_MILE,
      'miles a year',
      `${n(total.kilometres)} km ÷ ${KILOMETRES_PER_MILE}`,
    ),
    term(
      'kgCO2e',
      'Carbon saved',
      total.kgCO2e,
      'kgCO2e a year',
      `${n(total.kilometres)} km × ${n(assumed.shareByCar)} by car × ${n(assumed.carKgPerKilometre)} kg` +
        (perLeg > 0
          ? ` + ${n(total.patientTransportLegsAvoided)} patient transport legs × ${n(assumed.patientTransportKgPerLeg)} kg`
          : ''),
    ),
    term(
      'patientTransportLegsAvoided',
      'Patient transport legs that no longer occur',
      total.patientTransportLegsAvoided,
      'one-way legs a year',
      `${n(legs.avoided)} legs × ${n(byPatientTransport)} by patient transport`,
    ),
    term(
      'patientTransportPoundsAvoided',
      'Patient transport saved on legs that no longer occur',
      avoidedPounds,
      'pounds a year, cash',
      `${n(total.patientTransportLegsAvoided)} legs × £${n(assumed.patientTransportPoundsPerLeg)}`,
    ),
    term(
      'patientTransportPoundsByDistance',
      'Patient transport saved on legs that still occur',
      distancePounds,
      'pounds a year, cash',
      `kilometres less on legs that still occur × ${n(byPatientTransport)} × £${n(assumed.patientTransportPoundsPerKilometre)}`,
    ),
    term(
      'patientTransportPounds',
      'Patient transport saved',
      total.patientTransportPounds,
      'pounds a year, cash',
      `£${n(avoidedPounds)} + £${n(distancePounds)}`,
    ),
  ];
}

function n(value: number): string {
  return value.toLocaleString('en-GB', {maximumFractionDigits: 6});
}

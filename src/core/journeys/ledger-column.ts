import type {LedgerAssumptions} from './assumptions.ts';

/**
 * One column of the ledger. Everything is a year's saving against the base: positive is saved, negative is spent.
 * `people` and `legs` are counts and never negative. Pounds of time are a welfare value and pounds of patient transport
 * are cash: they stand in different columns of a business case and are never added.
 */
export interface LedgerColumn {
  people: number;
  legs: number;
  /** Of `legs`, those that no longer occur at all. */
  legsAvoided: number;
  minutes: number;
  hours: number;
  timePounds: number;
  kilometres: number;
  kgCO2e: number;
  patientTransportLegs: number;
  patientTransportLegsAvoided: number;
  patientTransportPounds: number;
}

/** What a column needs to be worked out at the end; everything else is a multiple of these. */
export interface Sums {
  people: number;
  legs: number;
  legsAvoided: number;
  minutes: number;
  kilometres: number;
  kilometresAvoided: number;
}

export function noSums(): Sums {
  return {people: 0, legs: 0, legsAvoided: 0, minutes: 0, kilometres: 0, kilometresAvoided: 0};
}

/** Adds a share of an area's users and legs to a column, each leg saving so many minutes and kilometres. */
export function put(
  into: Sums,
  users: number,
  legs: number,
  share: number,
  minutes: number,
  kilometres: number,
  areAvoided: boolean,
): void {
  into.people += users * share;
  into.legs += legs * share;
  into.minutes += legs * share * minutes;
  into.kilometres += legs * share * kilometres;
  if (!areAvoided) return;
  into.legsAvoided += legs * share;
  into.kilometresAvoided += legs * share * kilometres;
}

/** A column worked out from its sums: hours, pounds and carbon are multiples of legs, minutes and kilometres. */
export function column(sums: Sums, assumed: LedgerAssumptions): LedgerColumn {
  const {people, legs, legsAvoided, minutes, kilometres} = sums;
  const hours = minutes / 60;
  const byPatientTransport = assumed.shareByPatientTransport;
  const valued = assumed.valuesTimeOnPatientTransport ? 1 : 1 - byPatientTransport;
  // A leg that no longer occurs saves its price; one that is only shorter saves by distance. Never both.
  const stillTravelled = kilometres - sums.kilometresAvoided;
  return {
    people,
    legs,
    legsAvoided,
    minutes,
    hours,
    timePounds: hours * valued * assumed.poundsPerHour * assumed.priceUplift,
    kilometres,
    kgCO2e:
      kilometres * assumed.shareByCar * assumed.carKgPerKilometre +
      legsAvoided * byPatientTransport * assumed.patientTransportKgPerLeg,
    patientTransportLegs: legs * byPatientTransport,
    patientTransportLegsAvoided: legsAvoided * byPatientTransport,
    patientTransportPounds:
      legsAvoided * byPatientTransport * assumed.patientTransportPoundsPerLeg +
      stillTravelled * byPatientTransport * assumed.patientTransportPoundsPerKilometre,
  };
}

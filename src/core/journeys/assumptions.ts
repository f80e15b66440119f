/**
 * The numbers of a ledger that are chosen and not measured. Each is shown with its source beside the answer, and a
 * planner may change every one of them.
 */
export interface LedgerAssumptions {
  /** Visits a user makes a year; each is two legs. */
  visitsPerUser: number;
  /** Share of users who go to the closest site. The others are counted as unchanged: where they go is not known. */
  shareUsingClosest: number;
  /** Share of the legs of those users that no longer occur in the option, such as care brought home. */
  shareAvoided: number;
  /** Share of kilometres driven by car; includes patient transport when that is reckoned by distance (see below). */
  shareByCar: number;
  /** kgCO2e for a kilometre by car. */
  carKgPerKilometre: number;
  /** Share of legs made by non-emergency patient transport (NEPTS). */
  shareByPatientTransport: number;
  /** Pounds for a NEPTS leg; saved only where a leg no longer occurs. */
  patientTransportPoundsPerLeg: number;
  /** Pounds for a NEPTS kilometre; saved (or spent) only where a leg still occurs and is shorter (or longer). */
  patientTransportPoundsPerKilometre: number;
  /** kgCO2e for a NEPTS leg that no longer occurs, if reckoned by leg and not by kilometre; else 0. */
  patientTransportKgPerLeg: number;
  /** Pounds for an hour of a traveller's time, in the prices of its source. A welfare value: nobody is paid it. */
  poundsPerHour: number;
  /** Factor to the price base wanted, 1 for none. */
  priceUplift: number;
  /** Whether time is valued on NEPTS legs too: right when the payers differ (the patient's time, the NHS's transport). */
  valuesTimeOnPatientTransport: boolean;
}

/** An assumption that cannot be: which one, and why, in a sentence for the planner. */
export interface BadAssumption {
  key: keyof LedgerAssumptions;
  sentence: string;
}

const labels: Partial<Record<keyof LedgerAssumptions, string>> = {
  visitsPerUser: 'Visits a year',
  shareUsingClosest: 'The share who use the closest site',
  shareAvoided: 'The share of legs avoided',
  shareByCar: 'The share by car',
  carKgPerKilometre: 'Carbon for a kilometre by car',
  shareByPatientTransport: 'The share by patient transport',
  patientTransportPoundsPerLeg: 'The cost of a patient transport leg',
  patientTransportPoundsPerKilometre: 'The cost of a patient transport kilometre',
  patientTransportKgPerLeg: 'Carbon for a patient transport leg',
  poundsPerHour: 'The value of an hour',
  priceUplift: 'The price uplift',
};

const shares: ReadonlySet<keyof LedgerAssumptions> = new Set([
  'shareUsingClosest',
  'shareAvoided',
  'shareByCar',
  'shareByPatientTransport',
]);

/** What is wrong with a set of assumptions; empty if nothing is. */
export function badAssumptions(assumptions: LedgerAssumptions): BadAssumption[] {
  const bad: BadAssumption[] = [];
  for (const [key, label] of Object.entries(labels) as [keyof LedgerAssumptions, string][]) {
    const value = Number(assumptions[key]);
    if (!Number.isFinite(value) || value < 0) {
      bad.push({key, sentence: `${label} is ${value}; give a number of 0 or more.`});
    } else if (shares.has(key) && value > 1) {
      bad.push({key, sentence: `${label} is ${value}; give a share from 0 to 1, such as 0.37 for 37 %.`});
    }
  }
  const twice = assumptions.shareByCar + assumptions.shareByPatientTransport > 1 + 1e-9; // 0.7 + 0.2 + 0.1 is more than 1 to a computer
  if (assumptions.patientTransportKgPerLeg > 0 && twice) {
    bad.push({
      key: 'patientTransportKgPerLeg',
      sentence:
        'Patient transport has a carbon factor of its own, and the shares by car and by patient transport are more than 1 ' +
        'together: the same leg would be counted twice. Lower the share by car, or set the factor for a leg to 0.',
    });
  }
  return bad;
}

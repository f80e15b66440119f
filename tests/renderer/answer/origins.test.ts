import {describe, expect, it} from 'vitest';
import {originsOf} from '../../../renderer/answer/origins.ts';
import {ledger} from '../../../src/core/journeys/ledger.ts';
import {ledgerTerms} from '../../../src/core/journeys/ledger-terms.ts';
import {FIGURES} from '../../../src/domain/figures.ts';

const source = (kind: string, fileName: string) => ({
  kind,
  fileName,
  title: '',
  publisher: '',
  edition: '',
  date: '',
  licence: '',
  attribution: '',
});
const SOURCES = [
  source('residents', 'census.csv'),
  source('streets', 'town.osm.pbf'),
  source('travel-times', 'times.csv'),
  source('sites', 'practices.csv'),
  source('sites', 'clinics.csv'),
];
const origins = (term: string, times?: 'imported' | 'straight-line') =>
  originsOf(term, SOURCES, FIGURES, {service: 'dialysis', ...(times && {times})});

describe('where the figures behind a term stand', () => {
  it('is said of every term of a ledger that is more than a sum of others', () => {
    const assumed = {
      visitsPerUser: 1,
      shareUsingClosest: 1,
      shareAvoided: 0,
      shareByCar: 0.7,
      carKgPerKilometre: 0.1,
      shareByPatientTransport: 0,
      patientTransportPoundsPerLeg: 1,
      patientTransportPoundsPerKilometre: 1,
      patientTransportKgPerLeg: 0,
      poundsPerHour: 1,
      priceUplift: 1,
      valuesTimeOnPatientTransport: true,
    };
    const legs = {minutes: Float64Array.of(1), kilometres: Float64Array.of(1)};
    const without = ledgerTerms(ledger(legs, legs, [1], assumed), assumed)
      .map(({key}) => key)
      .filter((key) => origins(key).length === 0);
    expect(without).toEqual(['hours', 'miles', 'patientTransportPounds']);
  });

  it('names the file where there are several of one kind', () => {
    expect(origins('kilometres').map(({name}) => name)).toEqual([
      'Streets',
      'Sites, practices.csv',
      'Sites, clinics.csv',
    ]);
    expect(origins('users')).toEqual([
      {name: 'Residents by age', origin: {what: 'source', kind: 'residents', fileName: 'census.csv'}},
      {name: 'Rates of the service', origin: {what: 'rates', service: 'dialysis'}},
    ]);
  });

  it('follows where the times came from', () => {
    expect(origins('worst', 'imported')[0]).toEqual({
      name: 'Travel times',
      origin: {what: 'source', kind: 'travel-times', fileName: 'times.csv'},
    });
    expect(origins('worst', 'straight-line')[0]!.origin).toEqual({what: 'figure', key: 'detour-factor'});
  });

  it('invents nothing: a term or a figure that is not known leads nowhere', () => {
    expect(origins('points')).toEqual([]);
    expect(originsOf('timePounds', SOURCES, [], {service: 'dialysis'})).toEqual([]);
  });
});

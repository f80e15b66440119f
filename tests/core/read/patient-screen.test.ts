import {describe, expect, it} from 'vitest';
import {isNhsNumber} from '../../../src/core/read/patient-screen.ts';
import {csv, refusal, taken} from './reading-of.ts';

/** Numbers with a right check digit, made here and given to nobody: the 999 range is kept for tests. */
const VALID = ['9990000018', '9990000026', '9990000034', '9990000042', '9990000050'];

describe('patients stay out', () => {
  it('the check digit is the published one', () => {
    // Worked example of the NHS Data Dictionary: 943 476 5919.
    expect(isNhsNumber('943 476 5919')).toBe(true);
    expect(isNhsNumber('9434765919')).toBe(true);
    expect(isNhsNumber('943-476-5919')).toBe(true);
    expect(isNhsNumber('9434765918')).toBe(false);
    expect(isNhsNumber('94347659')).toBe(false);
  });

  const numbers = VALID.map((number) => `${number.slice(0, 9)}${checkDigit(number.slice(0, 9))}`);

  it('a column of NHS numbers refuses the table, whatever it is called', () => {
    const text = csv([
      ['name', 'reference', 'lon', 'lat'],
      ...numbers.map((number, index) => [`Person ${index}`, number, -0.7 + index / 100, 52.6]),
    ]);
    expect(refusal(text, 'visits.csv')).toBe(
      'visits.csv was not taken: its column “reference” holds NHS numbers. Closer plans with areas and never keeps a person’s record; bring counts by area instead.',
    );
  });

  it('and so does one that is not recognised at all', () => {
    expect(refusal(csv([['a', 'b'], ...numbers.map((number) => [number, 1])]))).toContain('holds NHS numbers');
  });

  it.each([
    'NHS Number',
    'nhs_no',
    'Patient name',
    'patient_id',
    'PatientID',
    'DOB',
    'Date of birth',
    'Pseudonymised NHS number',
  ])('a column headed %s refuses the table', (head) => {
    expect(
      refusal(
        csv([
          ['name', head, 'lon', 'lat'],
          ['Elm', 'x', -0.7, 52.6],
        ]),
      ),
    ).toContain('is about single patients');
  });

  it.each(['Number of patients', 'Patients', 'Patient-to-GP ratio', 'NUMBER_OF_PATIENTS', 'Registered patients'])(
    'a column of counts headed %s does not',
    (head) => {
      expect(
        taken(
          'sites',
          csv([
            ['name', head, 'lon', 'lat'],
            ['Elm', 12, -0.7, 52.6],
          ]),
        ).rowsTaken,
      ).toBe(1);
    },
  );

  it('ten-digit numbers that are no NHS numbers do not refuse a list', () => {
    const rows = Array.from({length: 40}, (_, index) => [
      `Site ${index}`,
      String(1_642_670_000 + index * 13),
      -0.7 + index / 1000,
      52.6,
    ]);
    expect(taken('sites', csv([['name', 'telephone', 'lon', 'lat'], ...rows])).rowsTaken).toBe(40);
  });
});

function checkDigit(nine: string): number {
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(nine[at]) * (10 - at);
  return (11 - (sum % 11)) % 11;
}

import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {makeDirectory, placeOfPostcode} from '../../../src/core/postcodes/directory.ts';
import {seeded} from '../../store/random-changes.ts';

describe('a directory of postcodes', () => {
  const directory = drain(
    makeDirectory(
      ['LE156AA', 'M11AA', 'EC1A1BB', 'LE156AB'],
      [-0.7, -2.2, -0.1, -0.71],
      [52.6, 53.4, 51.5, 52.61],
      [0, 0, 1, 0],
    ),
  );

  it('finds a postcode however it is written', () => {
    for (const written of ['LE15 6AB', 'le156ab', ' Le15  6ab '])
      expect(placeOfPostcode(directory, written)).toEqual({lon: -0.71, lat: 52.61, ended: false});
  });

  it('says that a postcode has ended', () => {
    expect(placeOfPostcode(directory, 'EC1A 1BB')).toEqual({lon: -0.1, lat: 51.5, ended: true});
  });

  it('finds nothing for one that is not there, or is none', () => {
    for (const written of ['LE15 6AC', 'LE16 6AA', 'AB1 1AA', 'ZZ9 9ZZ', 'M1 1A', '', 'hello'])
      expect(placeOfPostcode(directory, written)).toBeNull();
  });

  it('refuses a postcode twice, as a programmer’s mistake', () => {
    expect(() => drain(makeDirectory(['M11AA', 'M11AA'], [0, 0], [50, 50], [0, 0]))).toThrow(RangeError);
  });

  it('agrees with a plain map on thousands of made-up postcodes, there and not there', () => {
    const random = seeded(7);
    const letter = (): string => String.fromCharCode(65 + Math.floor(random() * 26));
    const digit = (): string => String(Math.floor(random() * 10));
    const one = (): string => {
      const ends = ['', digit(), letter()][Math.floor(random() * 3)]!;
      return `${letter()}${random() < 0.5 ? letter() : ''}${digit()}${ends}${digit()}${letter()}${letter()}`;
    };
    const oracle = new Map<string, [number, number]>();
    while (oracle.size < 5000) oracle.set(one(), [-8 + random() * 10, 50 + random() * 10]);
    const codes = [...oracle.keys()];
    const places = [...oracle.values()];
    const made = drain(
      makeDirectory(
        codes,
        places.map(([lon]) => lon),
        places.map(([, lat]) => lat),
        codes.map(() => 0),
      ),
    );
    const keys = [...made.keys];
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    for (const code of [...codes, ...Array.from({length: 5000}, one)]) {
      const place = placeOfPostcode(made, code);
      const right = oracle.get(code);
      expect(place === null).toBe(right === undefined);
      if (place && right)
        expect(Math.max(Math.abs(place.lon - right[0]), Math.abs(place.lat - right[1]))).toBeLessThan(6e-8);
    }
  });
});

import {describe, expect, it} from 'vitest';
import {parseGridReference} from '../../../src/core/shapes/grid-reference.ts';

describe('a grid reference, as people type it', () => {
  it.each([
    // Ordnance Survey's own worked example: the water tower at Caister.
    ['TG 51409 13177', 651_409, 313_177, 1],
    ['TG5140913177', 651_409, 313_177, 1],
    ['tg 5140 1317', 651_400, 313_170, 10],
    ['TG 514 131', 651_400, 313_100, 100],
    ['TG514131', 651_400, 313_100, 100],
    ['TG 51 13', 651_000, 313_000, 1000],
    ['TG 5 1', 650_000, 310_000, 10_000],
    ['TG 51409,13177', 651_409, 313_177, 1],
    ['TG-51409-13177', 651_409, 313_177, 1],
    ['SV 00 00', 0, 0, 1000],
    ['HU 39 75', 439_000, 1_175_000, 1000],
    ['NN 166 712', 216_600, 771_200, 100],
    ['SJ 35 90', 335_000, 390_000, 1000],
    ['486000, 308000', 486_000, 308_000, 1],
    ['486000 308000', 486_000, 308_000, 1],
    ['486,000 308,000', 486_000, 308_000, 1],
    ['E 486000.5 N 308000.25', 486_000.5, 308_000.25, 1],
    ['486000E, 308000N', 486_000, 308_000, 1],
  ])('%s', (typed, easting, northing, square) => {
    expect(parseGridReference(typed)).toEqual({easting, northing, square});
  });

  it.each([
    '',
    'TG',
    'TG 5',
    'TG 514 13',
    'TG 51 131 77',
    'IG 51 13',
    'AA 51 13',
    'ZZ 1 1',
    '52.67, -0.73',
    'LE15 6AA',
    '486000',
    '900000, 308000',
    'TG 514091 131771',
  ])('“%s” is none', (typed) => void expect(parseGridReference(typed)).toBeNull());

  it('gives back every square of a hundred metres that it is given', () => {
    // Letters by a table of Ordnance Survey's squares, row by row from the north of Scotland.
    const rows = [
      'HL HM HN HO HP JL JM',
      'HQ HR HS HT HU JQ JR',
      'HV HW HX HY HZ JV JW',
      'NA NB NC ND NE OA OB',
      'NF NG NH NJ NK OF OG',
      'NL NM NN NO NP OL OM',
      'NQ NR NS NT NU OQ OR',
      'NV NW NX NY NZ OV OW',
      'SA SB SC SD SE TA TB',
      'SF SG SH SJ SK TF TG',
      'SL SM SN SO SP TL TM',
      'SQ SR SS ST SU TQ TR',
      'SV SW SX SY SZ TV TW',
    ];
    for (const [fromTop, row] of rows.entries())
      for (const [column, letters] of row.split(' ').entries()) {
        const found = parseGridReference(`${letters} 123 456`);
        expect(found, letters).toEqual({
          easting: column * 100_000 + 12_300,
          northing: (12 - fromTop) * 100_000 + 45_600,
          square: 100,
        });
      }
  });
});

/**
 * The nine-character codes of the Office for National Statistics: what level of area a code is, and what its number says
 * about the edition. A code keeps its number while its boundary stays, so most small areas have the same code in 2011 and
 * 2021; only a number above the last one of 2011 proves that a table is of 2021. Nothing here proves 2011.
 */
export type Vintage = 2011 | 2021;

export type AreaLevel =
  | 'output area'
  | 'small area'
  | 'middle-layer area'
  | 'ward'
  | 'district'
  | 'county'
  | 'sub-ICB location'
  | 'ICB'
  | 'region'
  | 'country'
  | 'other area';

const LEVELS: Readonly<Record<string, AreaLevel>> = {
  E00: 'output area',
  W00: 'output area',
  E01: 'small area',
  W01: 'small area',
  E02: 'middle-layer area',
  W02: 'middle-layer area',
  E05: 'ward',
  W05: 'ward',
  E06: 'district',
  E07: 'district',
  E08: 'district',
  E09: 'district',
  W06: 'district',
  E10: 'county',
  E11: 'county',
  E38: 'sub-ICB location',
  E54: 'ICB',
  E12: 'region',
  E40: 'region',
  E92: 'country',
  W92: 'country',
  K04: 'country',
};

const CODE = /^[A-Z]\d{8}$/;

/** The level of a well-formed code, `other area` for a family not used here, or null where it is not a code at all. */
export function levelOf(code: string): AreaLevel | null {
  if (!CODE.test(code)) return null;
  return LEVELS[code.slice(0, 3)] ?? 'other area';
}

/** The last number given out for a small area in each edition; numbers are given in order and never again. */
const LAST: Readonly<Record<string, Readonly<Record<Vintage, number>>>> = {
  E01: {2011: 33_768, 2021: 35_762},
  W01: {2011: 1_958, 2021: 2_040},
};

/** Codes from E01990000 on are given to no real area: the sample town and the tests use them. */
export function isInvented(code: string): boolean {
  return code.startsWith('E0199');
}

/** 2021 for a small area that did not exist before, `null` for one that may be of either edition, `none` for one of neither. */
export function vintageOf(code: string): Vintage | null | 'none' {
  const last = LAST[code.slice(0, 3)];
  if (!last || isInvented(code)) return null;
  const number = Number(code.slice(3));
  if (number < 1 || number > last[2021]) return 'none';
  return number > last[2011] ? 2021 : null;
}

/** How many small areas England and Wales have in each edition: a file with exactly so many is that edition, whole. */
export const SMALL_AREAS: readonly {vintage: Vintage; nation: string; count: number}[] = [
  {vintage: 2011, nation: 'England', count: 32_844},
  {vintage: 2011, nation: 'England and Wales', count: 34_753},
  {vintage: 2011, nation: 'Wales', count: 1_909},
  {vintage: 2021, nation: 'England', count: 33_755},
  {vintage: 2021, nation: 'England and Wales', count: 35_672},
  {vintage: 2021, nation: 'Wales', count: 1_917},
];

/** Which of the two nations a set of codes lies in. */
export function nationsOf(codes: readonly string[]): {england: number; wales: number} {
  let england = 0;
  let wales = 0;
  for (const code of codes) {
    if (code.startsWith('E')) england++;
    else if (code.startsWith('W')) wales++;
  }
  return {england, wales};
}

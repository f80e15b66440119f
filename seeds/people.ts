import type {Area} from './areas.ts';
import {type Chance, chance, smoothField} from './chance.ts';
import type {Ground} from './ground.ts';
import {type Ages, SEED, WARDS} from './place.ts';
import {distance, type Point} from './plane.ts';

/** Who lives in each area, and how deprived it is: invented numbers with the shapes of the published tables. */
export type Residents = {readonly bands: readonly number[]; readonly total: number};

/** In thousandths: aged 15 and under, 16–24, 25–34, 35–49, 50–64, 65 and over. */
const PROFILES: Record<Ages, readonly number[]> = {
  centre: [130, 190, 245, 195, 140, 100],
  terraces: [205, 125, 160, 205, 180, 125],
  suburb: [180, 95, 105, 205, 215, 200],
  estate: [245, 130, 145, 190, 170, 120],
  'new homes': [250, 85, 165, 280, 140, 80],
  coast: [125, 75, 80, 140, 230, 350],
  village: [145, 75, 75, 165, 255, 285],
};

export function countResidents(areas: readonly Area[]): Residents[] {
  const next = chance(SEED + 40);
  return areas.map((area) => {
    const shares = PROFILES[WARDS[area.ward]!.ages].map((share) => share * (0.86 + 0.28 * next()));
    return {bands: wholeParts(shares, area.people), total: area.people};
  });
}

/** Whole numbers in the proportions given that add up to the total exactly (largest remainders). */
export function wholeParts(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((s) => (s / sum) * total);
  const whole = exact.map(Math.floor);
  const order = exact.map((_, i) => i).sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  const missing = total - whole.reduce((a, b) => a + b, 0);
  for (let k = 0; k < missing; k++) whole[order[k]!]! += 1;
  return whole;
}

/** The eight columns of the published table, each with a national rank (1 is most deprived) and a score. */
export const DOMAINS = [
  'IMD',
  'Income',
  'Employment',
  'Education',
  'Health',
  'Crime',
  'Housing_and_Services',
  'Environment',
] as const;

export type Deprivation = {
  readonly decile: readonly number[];
  readonly rank: readonly number[];
  readonly score: readonly string[];
};

/** Areas in England in 2021, so that ranks and deciles mean what they mean in the published table. */
const ENGLAND = 33_755;

/** This many of the hundred areas are in the national deciles 1 and 2. */
const MOST_DEPRIVED = 30;

/** Pockets of need or ease within a ward: where, how wide, how much. */
const POCKETS: readonly (readonly [Point, number, number])[] = [
  [[-450, -650], 520, 0.3],
  [[-950, -3500], 420, 0.34],
  [[3500, -1250], 420, 0.28],
  [[300, -950], 420, 0.32],
  [[-2900, 200], 450, 0.2],
  [[1500, 450], 350, -0.16],
];

export function rankDeprivation(areas: readonly Area[], ground: Ground): Deprivation[] {
  const next = chance(SEED + 41);
  const local = smoothField(SEED + 42, 900);
  const need = areas.map((area) => {
    const ward = WARDS[area.ward]!;
    const at = ground.middle[area.heart]!;
    const pocket = POCKETS.reduce(
      (sum, [p, wide, more]) => sum + more * Math.max(0, 1 - distance(p, at) / (2 * wide)),
      0,
    );
    return ward.need + ward.mix * local(at[0], at[1]) + pocket + 0.02 * next();
  });
  const order = areas.map((_, i) => i).sort((a, b) => need[b]! - need[a]! || a - b);
  const place: number[] = [];
  order.forEach((area, i) => {
    const rest = areas.length - MOST_DEPRIVED;
    place[area] =
      i < MOST_DEPRIVED
        ? 0.004 + (0.192 * (i + 0.9 * next())) / MOST_DEPRIVED
        : 0.203 + (0.785 * (i - MOST_DEPRIVED + 0.9 * next())) / rest;
  });
  const taken = DOMAINS.map(() => new Set<number>());
  return areas.map((area, i) => {
    const rank = DOMAINS.map((domain, d) => {
      const p = d === 0 ? place[i]! : nudged(place[i]!, domain, WARDS[area.ward]!.ages, next);
      let r = Math.max(1, Math.round(p * ENGLAND));
      while (taken[d]!.has(r)) r++;
      taken[d]!.add(r);
      return r;
    });
    return {
      rank,
      decile: rank.map((r) => Math.ceil((r * 10) / ENGLAND)),
      score: rank.map((r, d) => scoreOf(DOMAINS[d]!, r / ENGLAND)),
    };
  });
}

/** A domain goes with the whole, more or less: homes are old in the centre and services far from the edges. */
function nudged(p: number, domain: (typeof DOMAINS)[number], ages: Ages, next: Chance): number {
  const far = ages === 'village' || ages === 'estate' || ages === 'new homes';
  const shift =
    domain === 'Housing_and_Services'
      ? far
        ? -0.38
        : 0.12
      : domain === 'Environment'
        ? ages === 'centre'
          ? -0.3
          : 0.1
        : 0;
  const loose = domain === 'Housing_and_Services' || domain === 'Environment' ? 0.5 : 0.14;
  const q = p + shift + (next() - 0.5) * loose;
  return Math.min(0.998, Math.max(0.002, q < 0.002 ? 0.002 + 0.03 * next() : q > 0.998 ? 0.998 - 0.05 * next() : q));
}

/** A score that falls as the rank rises, within the published table's range. */
function scoreOf(domain: (typeof DOMAINS)[number], p: number): string {
  const q = 1 - p;
  const steep = q * q * q * q * q * q * q * q;
  if (domain === 'IMD') return (2 + 22 * q + 60 * steep).toFixed(3);
  if (domain === 'Income') return (0.01 + 0.22 * q + 0.28 * steep).toFixed(3);
  if (domain === 'Employment') return (0.01 + 0.16 * q + 0.22 * steep).toFixed(3);
  if (domain === 'Education') return (0.3 + 34 * q + 45 * steep).toFixed(3);
  if (domain === 'Health' || domain === 'Crime') return (-2.4 + 4 * q + 1.1 * steep).toFixed(3);
  if (domain === 'Housing_and_Services') return (2 + 32 * q + 22 * steep).toFixed(3);
  return (1.5 + 33 * q + 40 * steep).toFixed(3);
}

import {type Chance, chance} from './chance.ts';
import {UNIT} from './city.ts';
import {bent, SEED, SETTLEMENTS, toLonLat} from './place.ts';
import {between, distance, type Point} from './plane.ts';
import type {Survey} from './sheet.ts';
import {isDrivable} from './street.ts';

/** The thirty buildings: what they are, roughly where, what they offer, and how much of each stands empty. */
export type Building = {
  readonly name: string;
  readonly kind: string;
  readonly at: Point;
  readonly postcode: string;
  readonly standing: 'existing' | 'candidate';
  readonly services: readonly string[];
  readonly floor: number;
  readonly vacant: number;
  readonly tenure: 'freehold' | 'leasehold' | 'private finance';
  readonly condition: 'A' | 'B' | 'C' | 'D';
};

type Plan = readonly [
  name: string,
  kind: string,
  at: Point,
  services: string,
  floor: number,
  vacant: number,
  tenure: Building['tenure'],
  condition: Building['condition'],
];

const GP = 'general-practice';
const OPEN: readonly Plan[] = [
  ['Market Place Surgery', 'gp_practice', [250, -230], GP, 640, 0, 'leasehold', 'B'],
  ['Bridge Street Medical Practice', 'gp_practice', [-210, 190], GP, 520, 0, 'leasehold', 'C'],
  ['Station Road Surgery', 'gp_practice', [-620, -560], GP, 710, 0, 'freehold', 'B'],
  ['Quayside Health Centre', 'gp_practice', [1650, 260], `${GP} phlebotomy`, 1180, 90, 'private finance', 'A'],
  ["St Hilda's Surgery", 'gp_practice', [620, -900], GP, 560, 0, 'leasehold', 'C'],
  ['West End Medical Centre', 'gp_practice', [-1750, 120], `${GP} phlebotomy`, 980, 60, 'freehold', 'B'],
  ['Parkside Surgery', 'gp_practice', [-1500, -1250], GP, 690, 0, 'freehold', 'A'],
  ['South Shore Surgery', 'gp_practice', [3450, -1500], GP, 600, 0, 'leasehold', 'B'],
  ['Market Pharmacy', 'pharmacy', [-240, -150], 'pharmacy', 180, 0, 'leasehold', 'B'],
  ['Quay Pharmacy', 'pharmacy', [1950, 330], 'pharmacy', 150, 0, 'leasehold', 'B'],
  ['Ropewalk Pharmacy', 'pharmacy', [-2050, 180], 'pharmacy', 140, 0, 'leasehold', 'C'],
  ['Cliff End Pharmacy', 'pharmacy', [4050, -2500], 'pharmacy', 160, 0, 'leasehold', 'B'],
  ['Sands Pharmacy', 'pharmacy', [6600, 9050], 'pharmacy', 120, 0, 'leasehold', 'C'],
  [
    'Ellernsea General Hospital',
    'hospital_site',
    [-820, -2250],
    'outpatients diagnostics phlebotomy',
    18400,
    0,
    'freehold',
    'C',
  ],
  ['Thorminster Dialysis Unit', 'renal_or_dialysis_site', UNIT, 'dialysis', 2100, 0, 'freehold', 'B'],
  ['Ellernsea Central Library', 'library', [-120, -260], 'library', 1900, 240, 'freehold', 'B'],
  ['Priory Library', 'library', [-1800, 2900], 'library', 420, 60, 'freehold', 'B'],
  ['Quay Park Leisure Centre', 'leisure_centre', [-520, -1250], 'leisure', 4600, 0, 'freehold', 'C'],
  ['Council Offices', 'council_offices', [420, -470], 'advice job-club', 5200, 700, 'freehold', 'C'],
  ['Tenter House Advice Centre', 'advice_centre', [1650, -1850], 'advice', 310, 0, 'leasehold', 'B'],
  ['Fish Dock Jobs and Skills Centre', 'job_centre', [2700, 100], 'job-club', 540, 0, 'leasehold', 'B'],
  ['Ellernsea Fire Station', 'fire_station', [-2500, -500], '', 1350, 220, 'freehold', 'B'],
];

const CANDIDATES: readonly Plan[] = [
  ['Hollingarth Centre', 'local_centre', [4380, 6820], '', 3200, 1650, 'freehold', 'B'],
  ['Ashmere Pavilion', 'community_hall', [-3780, -8950], '', 640, 430, 'freehold', 'A'],
  ['Northgarth Church Hall', 'church_hall', [620, 2000], '', 380, 260, 'leasehold', 'C'],
  ['Old Northgarth Surgery', 'vacant_building', [180, 1650], '', 290, 290, 'freehold', 'D'],
  ['Former Woolpack Stores', 'vacant_shop', [420, 60], '', 540, 540, 'leasehold', 'C'],
  ['Cliff End Chapel Hall', 'church_hall', [4350, -2650], '', 400, 180, 'freehold', 'C'],
  ['Saltwyke Village Hall', 'community_hall', [4900, -7300], '', 310, 160, 'leasehold', 'B'],
  ['Oxgarth Reading Room', 'community_hall', [-5850, 5250], '', 210, 140, 'leasehold', 'C'],
];

export function placeBuildings(survey: Survey): Building[] {
  const next = chance(SEED + 60);
  return [
    ...OPEN.map((plan) => [plan, 'existing'] as const),
    ...CANDIDATES.map((plan) => [plan, 'candidate'] as const),
  ].map(([[name, kind, near, services, floor, vacant, tenure, condition], standing]) => ({
    name,
    kind,
    at: toLonLat(name.startsWith('Thorminster') ? near : besideStreet(survey, bent(near))),
    postcode: postcode(near, next),
    standing,
    services: services.split(' ').filter((s) => s !== ''),
    floor,
    vacant,
    tenure,
    condition,
  }));
}

/** Set back a little from the middle of the nearest street that a car may use, on the side that was meant. */
function besideStreet({blocks, ground, streets}: Survey, p: Point): Point {
  let [best, least]: [Point, number] = [p, Number.POSITIVE_INFINITY];
  for (const s of streets.all) {
    if (!isDrivable(s.class) || s.class === 'trunk' || s.bridge || s.stub) continue;
    const e = blocks.edges[s.edge]!;
    const middle = between(ground.nodes[e.a]!, ground.nodes[e.b]!, 0.5);
    const away = distance(p, middle);
    if (away >= least) continue;
    const inner = [e.left, e.right]
      .map((b) => ground.middle[b]!)
      .reduce((a, b) => (distance(b, p) < distance(a, p) ? b : a));
    const back = Math.min(0.45, 22 / distance(middle, inner));
    [best, least] = [between(middle, inner, back), away];
  }
  return best;
}

/** Postcodes begin with EY, an area that Royal Mail has never used; a district for each part of the town. */
function postcode(near: Point, next: Chance): string {
  const letter = () => 'ABDEFGHJLNPQRSTUWXYZ'[Math.floor(next() * 20)]!;
  const home = SETTLEMENTS.reduce((a, b) => (distance(b.at, near) < distance(a.at, near) ? b : a));
  const district = distance(home.at, near) > 20000 ? 40 : home.ward + 1;
  return `EY${district} ${Math.floor(next() * 9) + 1}${letter()}${letter()}`;
}

import {cosine, smoothField} from './chance.ts';
import {curve, drawn, type Line, type Point} from './plane.ts';

/**
 * Ellernsea on paper: where its coast, river, settlements and main roads lie, in metres east and north of the
 * market place. Everything else is grown from this page.
 */
export const SEED = 1888;

/** The market place. It lies in the open North Sea, so that nothing here can be taken for a real address. */
export const ORIGIN: Point = [1.2, 53.64];

const METRES_A_DEGREE = 111_195;

export function toLonLat(p: Point): Point {
  const across = METRES_A_DEGREE * cosine(ORIGIN[1] / 360);
  const round = (v: number) => Math.round(v * 1e6) / 1e6;
  return [round(ORIGIN[0] + p[0] / across), round(ORIGIN[1] + p[1] / METRES_A_DEGREE)];
}

export type Pattern = 'radial' | 'terrace' | 'crescent';

export type Settlement = {
  readonly name: string;
  readonly at: Point;
  readonly radius: number;
  readonly pattern: Pattern;
  /** Metres between one row of blocks and the next, and along a row. */
  readonly row: number;
  readonly along: number;
  /** Which ward it belongs to, by position in WARDS. */
  readonly ward: number;
};

export type Ages = 'centre' | 'terraces' | 'suburb' | 'estate' | 'new homes' | 'coast' | 'village';

export type Ward = {
  readonly name: string;
  /** Small areas in it, and people in each on average. */
  readonly areas: number;
  readonly people: number;
  /** 0 least to 1 most deprived, and how mixed it is. */
  readonly need: number;
  readonly mix: number;
  readonly ages: Ages;
};

export const WARDS: readonly Ward[] = [
  {name: 'Market', areas: 6, people: 1720, need: 0.6, mix: 0.2, ages: 'centre'},
  {name: 'Quayside', areas: 6, people: 1640, need: 0.83, mix: 0.07, ages: 'terraces'},
  {name: "St Hilda's", areas: 8, people: 1700, need: 0.56, mix: 0.22, ages: 'terraces'},
  {name: 'West End', areas: 9, people: 1690, need: 0.42, mix: 0.16, ages: 'terraces'},
  {name: 'Parkside', areas: 6, people: 1580, need: 0.14, mix: 0.1, ages: 'suburb'},
  {name: 'Southfields', areas: 8, people: 1760, need: 0.34, mix: 0.2, ages: 'suburb'},
  {name: 'South Shore', areas: 7, people: 1540, need: 0.36, mix: 0.14, ages: 'coast'},
  {name: 'Priory', areas: 6, people: 1610, need: 0.16, mix: 0.12, ages: 'suburb'},
  {name: 'Northgarth', areas: 6, people: 1600, need: 0.8, mix: 0.08, ages: 'estate'},
  {name: 'Hollingarth', areas: 12, people: 1420, need: 0.93, mix: 0.06, ages: 'estate'},
  {name: 'Marram Sands', areas: 4, people: 1310, need: 0.9, mix: 0.05, ages: 'coast'},
  {name: 'Ashmere', areas: 11, people: 2250, need: 0.1, mix: 0.08, ages: 'new homes'},
  {name: 'Wrangmere and the Carrs', areas: 4, people: 1490, need: 0.28, mix: 0.1, ages: 'village'},
  {name: 'Oxgarth', areas: 3, people: 1450, need: 0.26, mix: 0.1, ages: 'village'},
  {name: 'Saltwyke', areas: 4, people: 1530, need: 0.4, mix: 0.12, ages: 'coast'},
];

const town = (name: string, at: Point, radius: number, pattern: Pattern, ward: number, row = 92, along = 150) =>
  ({name, at, radius, pattern, row, along, ward}) satisfies Settlement;

export const SETTLEMENTS: readonly Settlement[] = [
  town('Market', [0, -150], 800, 'radial', 0, 82, 112),
  town('Quayside', [1900, 100], 820, 'terrace', 1, 84, 150),
  town('Fish Dock', [2850, -400], 680, 'terrace', 1, 84, 150),
  town("St Hilda's", [850, -1250], 830, 'terrace', 2, 84, 158),
  town('Tenter Fields', [1800, -2000], 700, 'terrace', 2, 84, 158),
  town('West End', [-1650, 150], 820, 'terrace', 3, 88, 160),
  town('Ropery', [-2750, 50], 680, 'terrace', 3, 88, 160),
  town('Parkside', [-1500, -1700], 840, 'crescent', 4, 104, 156),
  town('High Lea', [-2350, -2250], 620, 'crescent', 4, 104, 156),
  town('Southfields', [-50, -2850], 880, 'crescent', 5, 94, 146),
  town('Mill Hill', [-950, -3500], 660, 'crescent', 5, 94, 146),
  town('South Shore', [3800, -1700], 780, 'terrace', 6, 92, 160),
  town('Cliff End', [4450, -2850], 790, 'terrace', 6, 92, 160),
  town('Priory', [-1850, 3050], 760, 'crescent', 7, 104, 156),
  town("Abbot's Lea", [-2750, 2450], 560, 'crescent', 7, 104, 156),
  town('Northgarth', [450, 1850], 760, 'terrace', 8, 84, 140),
  town('Bankside', [1450, 2150], 520, 'terrace', 8, 84, 140),
  town('Hollingarth', [4250, 6900], 820, 'crescent', 9, 90, 130),
  town('Hollin Top', [5150, 6450], 640, 'crescent', 9, 90, 130),
  town('Far Hollin', [3850, 7850], 600, 'crescent', 9, 90, 130),
  town('Marram Sands', [6560, 8950], 480, 'terrace', 10, 78, 130),
  town('North Sands', [7000, 9750], 440, 'terrace', 10, 78, 130),
  town('Ashmere', [-3900, -8900], 980, 'crescent', 11, 104, 152),
  town('Ashmere Meadows', [-2800, -9500], 760, 'crescent', 11, 104, 152),
  town('Long Ashmere', [-4950, -8350], 640, 'crescent', 11, 104, 152),
  town('Wrangmere', [-6700, -3500], 430, 'radial', 12, 110, 150),
  town('Kelgarth', [-7000, -7700], 330, 'radial', 12, 110, 150),
  town('Thrushby', [-6500, 300], 320, 'radial', 12, 110, 150),
  town('Oxgarth', [-5900, 5300], 430, 'radial', 13, 110, 150),
  town('Carrowby', [-1300, 7000], 340, 'radial', 13, 110, 150),
  town('Saltwyke', [5000, -7350], 490, 'terrace', 14, 96, 140),
  town('Skelby', [700, -7900], 360, 'radial', 14, 110, 150),
];

/** From the south to the north, the land on the left. */
export const COAST: Line = curve(
  drawn(
    '6100,-15000 5600,-12800 5200,-11200 5900,-9600 5600,-7900 4750,-6300 5000,-4700 5300,-3300 4950,-1800 4300,-700 4150,300 4600,1250 5250,2100 5300,3500 5900,4900 6700,6200 6750,7600 7150,9000 7700,10200 7400,11700 6700,13400 6900,15000',
  ),
  60,
);

/** The Eller, from the hills in the west to the sea. */
export const RIVER: Line = curve(
  drawn(
    '-14000,3300 -12000,2400 -10200,2900 -8700,1700 -7200,2500 -5700,1500 -4400,500 -3300,800 -2300,1650 -1300,1500 -550,700 250,480 1050,950 1900,1250 2800,850 3600,950 4600,1350 6400,1500',
  ),
  50,
);

/** Half the width of the river: a stream in the west, an estuary at the sea. */
export function halfWidth(x: number): number {
  const near = (from: number, to: number) => Math.min(1, Math.max(0, (x - from) / (to - from)));
  return 14 + 22 * near(-9000, -1500) + 30 * near(-1500, 2600) + 110 * near(2900, 4800) * near(2900, 4800);
}

/** Where the two bridges stand: Old Bridge in the middle of the town, Ropery Bridge on the relief road. */
export const BRIDGES: readonly Point[] = drawn('-150,540 -3250,835');

/** The inland limit of the district; the sea is the rest of it. */
export const LIMIT: Line = curve(
  drawn(
    '9500,-11300 3000,-11600 -800,-10900 -4200,-11700 -7300,-11000 -8600,-8900 -7900,-6300 -9000,-3800 -8500,-900 -9200,1800 -8300,4300 -8700,6500 -6900,8400 -4300,7900 -1500,9300 1800,9000 4200,10900 9500,11300',
  ),
  150,
  true,
);

/** Quay Park, and the tidal marsh that no road crosses. */
export const PARK: Line = curve(drawn('-1150,-620 -700,-760 -560,-1120 -780,-1430 -1180,-1330 -1330,-960'), 40, true);
export const MARSH: Line = curve(
  drawn('1500,3250 2700,2700 4300,3000 4900,4200 4300,5300 2600,5500 1300,4800'),
  100,
  true,
);
/** Sheds and yards: nobody lives here. */
export const DOCKS: Line = drawn('2900,820 4300,1000 4200,-250 3250,-100');

const bend1 = [smoothField(SEED + 1, 1300), smoothField(SEED + 2, 1300)] as const;
const bend2 = [smoothField(SEED + 3, 310), smoothField(SEED + 4, 310)] as const;

/** The ground is bent a little, everything on it alike: no street runs quite straight. */
export function bent(p: Point): Point {
  const [x, y] = p;
  const wide = 95;
  const fine = 11;
  return [x + wide * bend1[0](x, y) + fine * bend2[0](x, y), y + wide * bend1[1](x, y) + fine * bend2[1](x, y)];
}

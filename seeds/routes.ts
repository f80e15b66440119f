import {curve, drawn, type Line} from './plane.ts';

/** The main roads and paths of the town on paper. They are laid along the block edges that run nearest to them. */
export type Class =
  | 'trunk'
  | 'primary'
  | 'secondary'
  | 'tertiary'
  | 'unclassified'
  | 'residential'
  | 'living_street'
  | 'pedestrian'
  | 'service'
  | 'track'
  | 'cycleway'
  | 'footway'
  | 'steps';

export type Route = {
  readonly name: string;
  readonly class: Class;
  /** Miles an hour in the built-up part and outside it. */
  readonly inside: number;
  readonly outside: number;
  readonly line: Line;
  /** Traffic may go along the line only, not back. */
  readonly oneWay?: true;
};

const route = (name: string, kind: Class, inside: number, outside: number, points: string): Route => ({
  name,
  class: kind,
  inside,
  outside,
  line: curve(drawn(points), 50),
});

export const ROUTES: readonly Route[] = [
  {...route('High Street', 'secondary', 20, 20, '-720,-330 -350,-120 0,0 380,10 760,-120'), oneWay: true},
  route('Bridge Street', 'primary', 20, 20, '0,0 -90,280 -150,540 -140,820'),
  route(
    'North Road',
    'primary',
    20,
    30,
    '-140,820 -150,1400 -600,2300 -1150,3600 -1450,5000 -1000,6000 300,6500 1800,6900 3100,6700 4250,6900',
  ),
  route('Marram Road', 'secondary', 20, 30, '4250,6900 5000,7700 5650,8500 6450,8950 6900,9750'),
  route('Thorminster Road', 'trunk', 30, 50, '-720,-330 -1500,-560 -2900,-850 -4700,-1300 -6600,-1500 -8900,-2100'),
  route('Relief Road', 'primary', 30, 40, '-2900,-850 -3350,-300 -3300,300 -3250,835 -3200,1350'),
  route('Priory Road', 'secondary', 20, 30, '-3200,1350 -2800,2200 -1900,2900 -1150,3600'),
  route('South Road', 'primary', 20, 30, '0,0 120,-800 50,-1700 -100,-2800 -250,-3900'),
  route('Ashmere Road', 'secondary', 20, 30, '-250,-3900 -700,-5100 -2000,-5900 -2500,-7100 -3500,-7900 -3900,-8900'),
  route(
    'Shore Road',
    'secondary',
    20,
    40,
    '760,-120 1150,-600 1900,-1300 3100,-2300 3950,-3300 4150,-4900 4000,-6000 4950,-7350',
  ),
  route('Quay Street', 'secondary', 20, 20, '760,-120 1150,180 1750,420 2700,330 3300,-300 3300,-1200 3100,-2300'),
  route('Park Road', 'tertiary', 20, 20, '-1500,-560 -1480,-1300 -1450,-2100 -1000,-2800 -100,-2800'),
  route("St Hilda's Road", 'tertiary', 20, 20, '-1480,-1500 -600,-1620 50,-1700 1050,-1500 1900,-1300'),
  route('Sessions Street', 'tertiary', 20, 20, '760,-120 420,-400 60,-430 -400,-480 -720,-330'),
  route('Ropewalk', 'tertiary', 20, 20, '-3300,300 -2200,250 -1300,150 -720,-330'),
  route('Fleet Street', 'tertiary', 20, 20, '-150,1400 550,1500 1050,2000 700,2600 -600,2300'),
  route(
    'Hollingarth Way',
    'tertiary',
    20,
    20,
    '3100,6700 3600,6100 4500,6000 5150,6700 5000,7700 4000,7800 3300,7300 3100,6700',
  ),
  route(
    'Ashmere Ring',
    'tertiary',
    20,
    20,
    '-3500,-7900 -2950,-8700 -3200,-9600 -4100,-9900 -4850,-9300 -4650,-8300 -3500,-7900',
  ),
  route(
    'Wrangmere Lane',
    'unclassified',
    20,
    40,
    '-4700,-1300 -5600,-2300 -6700,-3500 -7100,-5200 -7300,-6600 -7000,-7700',
  ),
  route('Kelgarth Lane', 'unclassified', 20, 30, '-7000,-7700 -6000,-8200 -4950,-8350 -3900,-8900'),
  route('Thrushby Lane', 'unclassified', 20, 40, '-5600,-1400 -6000,-500 -6500,300'),
  route('Oxgarth Lane', 'unclassified', 20, 40, '-2800,2200 -3700,3200 -4700,4200 -5900,5300 -6600,6500'),
  route('Carrowby Lane', 'unclassified', 20, 30, '-1450,5000 -1700,6000 -1300,7000 -1000,6000'),
  route('Cross Carrs Lane', 'unclassified', 20, 30, '-5900,5300 -4300,5900 -2600,6600 -1300,7000'),
  route('Skelby Lane', 'unclassified', 20, 30, '4950,-7350 3400,-8200 2000,-8100 700,-7900 -900,-7000 -2000,-5900'),
  route('Saltings Lane', 'unclassified', 20, 30, '700,-7900 300,-9000 900,-10200'),
  // For those on foot or on a cycle only.
  route('Carr Causeway', 'footway', 0, 0, '1050,2000 1800,3000 2700,4200 3300,5300 3600,6100'),
  route('Old Line', 'cycleway', 0, 0, '1700,480 1500,-300 1700,-1700 2200,-2900 3200,-3900'),
];

/** The railway ends at a station by the market; it has bridges of its own and shares no ground with the streets. */
export const RAILWAY: Line = curve(
  drawn('-9600,-500 -7400,-700 -5200,-450 -3500,-330 -2200,-420 -1100,-380 -450,-480'),
  120,
);

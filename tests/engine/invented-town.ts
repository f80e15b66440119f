import type {Planner} from './planner.ts';

/** A town made up for a test: square areas, a street grid through their middles, and sites where the test wants them. */
export interface InventedTown {
  areas: InventedArea[];
  sites: InventedSite[];
  /** The streets, as pairs of grid places. One way if `oneWay`. */
  streets: {from: Place; to: Place; oneWay?: boolean; highway?: string}[];
}

/** A place of the grid: column from the west, row from the south. Neighbours are a kilometre apart. */
export type Place = readonly [column: number, row: number];

export interface InventedArea {
  code: string;
  name: string;
  at: Place;
  /** People under 16, 16 to 64, 65 and over; null where the census table has no row. */
  people: readonly [number, number, number] | null;
  /** Null where the deprivation table has no row. */
  decile: number | null;
}

export interface InventedSite {
  name: string;
  code?: string;
  kind?: string;
  services?: string[];
  standing?: 'existing' | 'candidate';
  at: Place;
}

export const BANDS = [
  {fromAge: 0, toAge: 15},
  {fromAge: 16, toAge: 64},
  {fromAge: 65, toAge: 120},
] as const;

const WEST = -0.7;
const SOUTH = 52.6;
const COLUMN = 0.0148; // about a kilometre here
const ROW = 0.00899;

export function lngLatOf([column, row]: Place): [number, number] {
  return [round(WEST + column * COLUMN), round(SOUTH + row * ROW)];
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

export function codeOf(number: number): string {
  return `E0199${String(number).padStart(4, '0')}`;
}

/** Streets between all neighbours of a grid of so many columns and rows. */
export function grid(columns: number, rows: number): InventedTown['streets'] {
  const streets: InventedTown['streets'] = [];
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      if (column + 1 < columns) streets.push({from: [column, row], to: [column + 1, row]});
      if (row + 1 < rows) streets.push({from: [column, row], to: [column, row + 1]});
    }
  }
  return streets;
}

/**
 * Three by three areas. Row by row from the south-west: the surgery stands in the south-west corner, the most deprived
 * live in the north-east; walking one street takes twelve and a half minutes.
 */
export function threeByThree(): InventedTown {
  const people: [number, number, number][] = [
    [200, 700, 100],
    [100, 300, 100],
    [150, 350, 250],
    [80, 300, 20],
    [0, 0, 0],
    [120, 500, 80],
    [60, 240, 100],
    [300, 900, 200],
    [400, 1000, 100],
  ];
  const deciles = [10, 9, 8, 7, 6, 5, 3, 2, 1];
  return {
    areas: people.map((each, index) => ({
      code: codeOf(index + 1),
      name: `Testham ${String(index + 1).padStart(3, '0')}A`,
      at: [index % 3, Math.floor(index / 3)],
      people: each,
      decile: deciles[index]!,
    })),
    sites: [
      {name: 'Corner Surgery', code: 'A1', kind: 'gp_practice', at: [0, 0]},
      {name: 'Middle Hall', code: 'B1', kind: 'hall', at: [1, 1], standing: 'candidate'},
      {name: 'Old Library', code: 'B2', kind: 'library', at: [2, 2], standing: 'candidate'},
      {name: 'South Pharmacy', code: 'C1', kind: 'pharmacy', at: [1, 0]},
    ],
    streets: grid(3, 3),
  };
}

function square([column, row]: Place): [number, number][] {
  const corners: Place[] = [
    [column - 0.5, row - 0.5],
    [column + 0.5, row - 0.5],
    [column + 0.5, row + 0.5],
    [column - 0.5, row + 0.5],
    [column - 0.5, row - 0.5],
  ];
  return corners.map(lngLatOf);
}

export function boundariesFile({areas}: InventedTown): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: areas.map(({code, name, at}) => ({
      type: 'Feature',
      properties: {
        LSOA21CD: code,
        LSOA21NM: name,
        WD24CD: 'E05990001',
        WD24NM: 'Middle',
        LAD24CD: 'E07990001',
        LAD24NM: 'Testham',
      },
      geometry: {type: 'Polygon', coordinates: [square(at)]},
    })),
  });
}

export function centroidsFile({areas}: InventedTown): string {
  return table(
    ['LSOA21CD', 'longitude', 'latitude'],
    areas.map(({code, at}) => [code, ...lngLatOf(at)]),
  );
}

export function residentsFile({areas}: InventedTown): string {
  const rows = areas.flatMap(({code, name, people}) => (people ? [[code, name, ...people]] : []));
  return table(['LSOA21CD', 'LSOA21NM', 'Aged 0 to 15', 'Aged 16 to 64', 'Aged 65 and over'], rows);
}

export function deprivationFile({areas}: InventedTown): string {
  const rows = areas.flatMap(({code, name, decile}, index) =>
    decile ? [[code, name, 3000 * decile + index, decile]] : [],
  );
  return table(['LSOA21CD', 'LSOA21NM', 'IMDRank', 'IMDDecile'], rows);
}

export function sitesFile({sites}: Pick<InventedTown, 'sites'>): string {
  const rows = sites.map(({name, code = '', kind = '', services = [], standing = 'existing', at}) => [
    name,
    code,
    kind,
    services.join(';'),
    standing,
    ...lngLatOf(at),
  ]);
  const asked = sites.some(({services}) => services !== undefined);
  const headings = ['site name', 'site code', 'kind', 'services', 'standing', 'longitude', 'latitude'];
  return asked ? table(headings, rows) : table(without(headings), rows.map(without));
}

/** Without the column of services, so that the kind says what a site offers. */
function without<T>(row: T[]): T[] {
  return row.filter((_, column) => column !== 3);
}

export function streetsFile({streets}: InventedTown): string {
  const nodes = new Map<string, {id: number; at: Place}>();
  const node = (at: Place): number => {
    const held = nodes.get(at.join()) ?? {id: nodes.size + 1, at};
    nodes.set(at.join(), held);
    return held.id;
  };
  const ways = streets.map(({from, to, oneWay, highway = 'residential'}, index) => {
    const tags = `<tag k="highway" v="${highway}"/>${oneWay ? '<tag k="oneway" v="yes"/>' : ''}`;
    return `<way id="${index + 1}" version="1"><nd ref="${node(from)}"/><nd ref="${node(to)}"/>${tags}</way>`;
  });
  const places = [...nodes.values()].map(({id, at}) => {
    const [lng, lat] = lngLatOf(at);
    return `<node id="${id}" version="1" lat="${lat}" lon="${lng}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n${[...places, ...ways].join('\n')}\n</osm>\n`;
}

function table(headings: string[], rows: (string | number)[][]): string {
  return `${[headings, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

/** Every file of the town, picked and ready to import. */
export function townFiles(at: Planner, town: InventedTown): string[] {
  return [
    at.file('areas.geojson', boundariesFile(town)),
    at.file('centroids.csv', centroidsFile(town)),
    at.file('residents.csv', residentsFile(town)),
    at.file('deprivation.csv', deprivationFile(town)),
    at.file('sites.csv', sitesFile(town)),
    at.file('streets.osm', streetsFile(town)),
  ];
}

/** Starts a project and brings the town into it. */
export async function settle(at: Planner, town: InventedTown = threeByThree()): Promise<void> {
  await at.ask('project.create', {name: 'Testham', discard: true});
  await at.ask('evidence.import', {files: townFiles(at, town)});
}

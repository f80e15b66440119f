import type {MeasuresReading} from '../core/read/further-reading.ts';
import type {BoundariesReading, CentroidsReading, DeprivationReading, ResidentsReading} from '../core/read/reading.ts';
import type {Shapes as ShapeColumns} from '../core/read/shape-rows.ts';
import type {AreaRow, ColumnRow, DeprivationRow, EditionRows, LngLat, ResidentsRow} from '../domain/evidence.ts';

/** Columns as they were read, turned into the rows that the project file keeps. */
export function editionRows(
  reading: BoundariesReading | CentroidsReading | DeprivationReading | ResidentsReading,
): EditionRows {
  switch (reading.kind) {
    case 'boundaries':
      return {kind: 'boundaries', rows: areaRows(reading)};
    case 'centroids':
      return {
        kind: 'centroids',
        rows: reading.codes.map((code, index) => ({code, lng: reading.lon[index]!, lat: reading.lat[index]!})),
      };
    case 'deprivation':
      return {kind: 'deprivation', rows: deprivationRows(reading)};
    case 'residents':
      return {kind: 'residents', rows: residentsRows(reading)};
  }
}

function areaRows({codes, names, within, shapes}: BoundariesReading): AreaRow[] {
  return codes.map((code, index) => ({
    code,
    name: names[index] || code,
    wardCode: within.wardCodes?.[index] ?? '',
    wardName: within.wardNames?.[index] ?? '',
    districtCode: within.districtCodes?.[index] ?? '',
    districtName: within.districtNames?.[index] ?? '',
    polygons: polygonsOf(shapes, index),
  }));
}

/** One area’s polygons, nested as GeoJSON has them. */
function polygonsOf({coordinates, ringEnds, polygonEnds, areaEnds}: ShapeColumns, area: number): LngLat[][][] {
  const polygons: LngLat[][][] = [];
  for (let polygon = area > 0 ? areaEnds[area - 1]! : 0; polygon < areaEnds[area]!; polygon++) {
    const rings: LngLat[][] = [];
    for (let ring = polygon > 0 ? polygonEnds[polygon - 1]! : 0; ring < polygonEnds[polygon]!; ring++) {
      const points: LngLat[] = [];
      for (let point = ring > 0 ? ringEnds[ring - 1]! : 0; point < ringEnds[ring]!; point++) {
        points.push([coordinates[point * 2]!, coordinates[point * 2 + 1]!]);
      }
      rings.push(points);
    }
    polygons.push(rings);
  }
  return polygons;
}

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

function deprivationRows({codes, decile, rank, score, domains}: DeprivationReading): DeprivationRow[] {
  return codes.map((code, index) => ({
    code,
    decile: decile[index]!,
    rank: known(rank[index]),
    score: known(score[index]),
    domains: Object.fromEntries(
      domains.map((domain) => [
        domain.key,
        {decile: known(domain.decile?.[index]), rank: known(domain.rank?.[index]), score: known(domain.score?.[index])},
      ]),
    ),
  }));
}

function residentsRows({codes, total, bands}: ResidentsReading): ResidentsRow[] {
  if (bands.length === 0) return codes.map((code, index) => ({code, fromAge: 0, toAge: 120, people: total[index]!}));
  return codes.flatMap((code, index) =>
    bands.map((band) => ({code, fromAge: band.from, toAge: band.to ?? 120, people: band.residents[index]!})),
  );
}

/** Figures and classes as cells of a planner's own columns. A class that is written as a number is one. */
export function columnRows({codes, measures, classes}: MeasuresReading): ColumnRow[] {
  const figures = measures.flatMap(({label, values}) =>
    codes.flatMap((code, area) =>
      Number.isNaN(values[area]!) ? [] : [{code, column: label.slice(0, 80), value: values[area]!, words: ''}],
    ),
  );
  const words = classes.flatMap(({label, values}) =>
    codes.flatMap((code, area) => {
      const said = values[area]!.trim();
      const number = Number(said.replaceAll(',', ''));
      if (said === '') return [];
      const column = label.slice(0, 80);
      return [
        Number.isFinite(number) ? {code, column, value: number, words: ''} : {code, column, value: null, words: said},
      ];
    }),
  );
  return [...figures, ...words];
}

import {DOMAINS} from './people.ts';
import {toLonLat, WARDS} from './place.ts';
import type {Town} from './town.ts';
import {writePbf} from './write-pbf.ts';

/** The town as files of the shapes that are published for real places, by name. */
export function townFiles(town: Town): Map<string, Uint8Array> {
  const text = (s: string) => new TextEncoder().encode(s);
  return new Map([
    ['areas.geojson', text(areas(town))],
    ['centroids.csv', text(centroids(town))],
    ['deprivation.csv', text(deprivation(town))],
    ['residents.csv', text(residents(town))],
    ['sites.geojson', text(sites(town))],
    ['streets.osm.pbf', writePbf(town.streets, 'Closer sample town (invented)')],
  ]);
}

function areas({areas, survey}: Town): string {
  return collection(
    areas.map((area) => ({
      type: 'Feature',
      properties: {
        lsoa21_code: area.code,
        lsoa21_name: area.name,
        ward24_code: `E05990${String(area.ward + 1).padStart(3, '0')}`,
        ward24_name: WARDS[area.ward]!.name,
        ltla24_code: 'E07990001',
        ltla24_name: 'Ellernsea',
      },
      geometry: {
        type: 'Polygon',
        coordinates: area.rings.map((ring) => [...ring, ring[0]!].map((n) => survey.ground.lonLat[n])),
      },
    })),
  );
}

function sites({buildings}: Town): string {
  return collection(
    buildings.map((b) => ({
      type: 'Feature',
      properties: {
        kind: b.kind,
        name: b.name,
        postcode: b.postcode,
        standing: b.standing,
        services: b.services,
        gia_m2: b.floor,
        vacant_m2: b.vacant,
        tenure: b.tenure,
        condition: b.condition,
      },
      geometry: {type: 'Point', coordinates: b.at},
    })),
  );
}

function centroids({areas, survey}: Town): string {
  const rows = areas.map((a) => [a.code, ...toLonLat(survey.ground.middle[a.heart]!), 'population-weighted centroid']);
  return table(['lsoa21_code', 'lon', 'lat', 'point'], rows);
}

function deprivation({areas, deprivation}: Town): string {
  const header = ['decile', 'rank', 'score'].flatMap((measure) => DOMAINS.map((domain) => `${domain}_${measure}`));
  const rows = deprivation.map((d, i) => [areas[i]!.code, ...d.decile, ...d.rank, ...d.score]);
  return table(['lsoa21_code', ...header], rows);
}

function residents({areas, residents}: Town): string {
  const ages = [
    '15 years and under',
    '16 to 24 years',
    '25 to 34 years',
    '35 to 49 years',
    '50 to 64 years',
    '65 years and over',
  ];
  const rows = residents.map((r, i) => [areas[i]!.code, areas[i]!.name, ...r.bands, r.total]);
  return table(['lsoa21_code', 'lsoa21_name', ...ages.map((a) => `Aged ${a}`), 'total'], rows);
}

/** One feature a line, so that a change of the generator shows as the lines it changed. */
function collection(features: readonly object[]): string {
  const crs = {type: 'name', properties: {name: 'urn:ogc:def:crs:OGC:1.3:CRS84'}};
  const lines = features.map((f) => JSON.stringify(f)).join(',\n');
  return `{"type":"FeatureCollection","crs":${JSON.stringify(crs)},"features":[\n${lines}\n]}\n`;
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

import {closeSync, existsSync, openSync, readSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import type {EveryReading} from '../../../src/core/read/further-reading.ts';
import {readEvery} from '../../../src/core/read/read-every.ts';
import {gridOf} from '../../../src/core/shapes/grid-ref.ts';
import {readingAids} from '../../../src/engine/reading-aids.ts';

/** Published files, where a copy of them stands beside the project. None of them is part of it. */
const FOLDER = process.env.CLOSER_DATA ?? '../shared/data';

function* chunks(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const buffer = new Uint8Array(65_536);
      const read = readSync(file, buffer);
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

function readingOf(path: string): EveryReading {
  return drain(readEvery(chunks(join(FOLDER, path)), path, undefined, readingAids()));
}

const here = existsSync(join(FOLDER, 'README.md'));
const title = here ? 'published files' : `published files (SKIPPED: no copies of them in ${FOLDER})`;

describe.skipIf(!here)(title, () => {
  it.each([
    ['boundaries/lsoa21_regions/lsoa21_rutland_bsc.geojson', 'boundaries-lsoa-2021', 26, 0, 2021],
    ['boundaries/lsoa21_regions/lsoa21_merseyside_bsc.geojson', 'boundaries-lsoa-2021', 923, 0, 2021],
    ['boundaries/lsoa21_regions/lsoa21_newport_wales_bsc.geojson', 'boundaries-lsoa-2021', 100, 0, 2021],
    ['boundaries/lsoa21_england_bsc.geojson.gz', 'boundaries-lsoa-2021', 33_755, 0, 2021],
    ['boundaries/formats_for_import_tests/liverpool_lsoa_gpkg.gpkg.gz', 'boundaries-lsoa-2011', 298, 0, 2011],
    ['boundaries/centroids/lsoa21_postcode_centroids_ew.csv.gz', 'centroids-of-postcodes', 35_672, 0, 2021],
    [
      'boundaries/centroids/wales_and_borders_lsoa21_centroids_ons_pwc.geojson.gz',
      'centroids-ons-2021',
      2_696,
      0,
      2021,
    ],
    ['boundaries/centroids/gm_lsoa11_ons_population_weighted_centroids.csv', 'centroids-table', 1_673, 0, null],
    ['imd/tables/imd2025_england_lsoa21.csv.gz', 'iod-2025-table', 33_755, 0, 2021],
    ['imd/tables/imd2019_england_lsoa11.csv.gz', 'iod-2019-table', 32_844, 0, 2011],
    ['imd/tables/imd2019_scores_england_lsoa11.csv.gz', 'iod-2019-scores', 32_844, 0, 2011],
    ['imd/tables/imd2019_wales_lsoa11.csv.gz', 'wimd-2019', 1_909, 0, 2011],
    ['imd/as_published/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv.gz', 'iod-2019-file-1', 32_844, 0, 2011],
    ['imd/as_published/File_2_-_IoD2019_Domains_of_Deprivation.csv.gz', 'iod-2019-file-2', 32_844, 0, 2011],
    ['population/england/census2021_age6_lsoa21_england.csv.gz', 'residents-census-2021-six-ages', 33_755, 0, 2021],
    ['population/newport_wales_census2021_age6_lsoa21.csv', 'residents-census-2021-six-ages', 100, 0, 2021],
    ['population/england/population_mid2020_lsoa11_england_bands.csv.gz', 'residents-by-age', 32_844, 0, 2011],
    ['nhs/derived_sites/sites_rutland.geojson', 'sites-nhs-geocoded-map', 27, 0, null],
    ['nhs/derived_sites/sites_merseyside.geojson', 'sites-nhs-geocoded-map', 1_619, 0, null],
    ['nhs/derived_sites/sites_newport_wales.geojson', 'sites-nhs-geocoded-map', 50, 0, null],
    // 51,256 rows, of which 630 have a postcode that nobody could place and so no coordinates.
    ['nhs/derived_sites/sites_england_geocoded.csv.gz', 'sites-nhs-geocoded', 50_626, 630, null],
    // Five hospitals are listed twice at the same place.
    ['nhs/hospitals_england_points_2022.csv', 'site-list', 1_056, 5, null],
    ['boundaries/wards/ward22_merseyside.geojson', 'boundaries-wards', 107, 0, null],
    ['boundaries/lsoa11_by_lad_ukgeojson/topo_E06000017.json', 'boundaries-lsoa-2011', 23, 0, 2011],
    ['boundaries/lsoa11_by_lad_ukgeojson/topo_E08000012.json', 'boundaries-lsoa-2011', 298, 0, 2011],
    [
      'boundaries/formats_for_import_tests/liverpool_lsoa11_bfc_shapefile_EPSG27700.zip',
      'boundaries-lsoa-2011',
      298,
      0,
      2011,
    ],
    ['boundaries/lookups/lookup_lsoa11_lsoa21_ltla22.csv.gz', 'lookup-lsoa-2011-2021', 35_795, 0, 2011],
    ['boundaries/lookups/lookup_lsoa21_ward24_ltla24.csv.gz', 'lookup-wards', 35_672, 0, 2021],
    ['boundaries/lookups/lookup_lsoa21_icb24.csv.gz', 'lookup-icbs', 33_755, 0, 2021],
    ['boundaries/lookups/ruc21_lsoa21.csv.gz', 'rural-urban-2021', 35_672, 0, 2021],
    ['imd/as_published/File_6_-_IoD2019_Population_Denominators.csv.gz', 'iod-2019-file-6', 32_844, 0, 2011],
    ['population/england/census2021_disability_lsoa21_england.csv.gz', 'census-2021-disability', 33_755, 0, 2021],
    ['population/trafford_2021/2021_car_van_availability_lsoa_trafford.csv', 'census-2021-cars-long', 556, 0, 2021],
    ['population/liverpool_2011/E08000012_KS101EW.csv', 'census-2011-residents', 298, 0, 2011],
    ['population/liverpool_2011/E08000012_KS102EW.csv', 'residents-by-age', 298, 0, 2011],
    ['population/liverpool_2011/E08000012_KS301EW.csv', 'census-2011-health', 298, 0, 2011],
    ['population/liverpool_2011/E08000012_KS402EW.csv', 'census-2011-tenure', 298, 0, 2011],
    ['population/liverpool_2011/E08000012_KS404EW.csv', 'census-2011-cars', 298, 0, 2011],
    ['population/liverpool_2011/E08000012_QS103EW.csv', 'residents-by-age', 298, 0, 2011],
    ['population/liverpool_2011/ahah_2019_E08000012.csv', 'ahah-2019', 298, 0, 2011],
    ['nhs/postcodes/codepoint_2014_merseyside.csv.gz', 'postcode-table', 74_030, 0, null],
    ['nhs/ERIC-2016-17-trust-level.csv', 'eric-trusts', 236, 0, null],
    // One hospital, on the Isle of Man, has no coordinates.
    ['nhs/nhs_choices/Hospital_2018-09.csv.gz', 'nhs-choices', 1_230, 1, null],
    ['nhs/govuk_2026/community_diagnostic_centres.geojson', 'community-diagnostic-centres', 170, 0, null],
    ['nhs/govuk_2026/elective_surgical_hubs.geojson', 'elective-surgical-hubs', 134, 0, null],
  ])('%s is %s with %i rows taken and %i refused', (path, layout, rowsTaken, rowsRefused, vintage) => {
    const reading = readingOf(path);
    if (reading.kind === 'refused') throw new Error(reading.refused);
    expect([reading.layout, reading.rowsTaken, reading.rowsRefused, reading.rowsRead]).toEqual([
      layout,
      rowsTaken,
      rowsRefused,
      rowsTaken + rowsRefused,
    ]);
    expect(reading.source.areaVintage).toBe(vintage);
  });

  it.each([
    ['population/raw_export_quirks/nomis_ts001_lsoa21_raw_export.csv.gz', 'residents-nomis-total', 35_672],
    ['population/raw_export_quirks/ons_sape_mid2020_lsoa11_thousands_separators.csv.gz', 'residents-mid-year', 34_753],
    ['nhs/ods/epraccur.csv.gz', 'ods-gp-practices', 6_750],
    ['nhs/ods/edispensary.csv.gz', 'ods-pharmacies', 11_276],
    ['nhs/ods/ebranchs_2017.csv.gz', 'ods-branch-surgeries', 2_615],
    ['nhs/ods/etrust_2018-09.csv.gz', 'ods-trusts-and-sites', 29_385],
  ])('%s is %s, of which %i are taken and the rest rightly left', (path, layout, rowsTaken) => {
    const reading = readingOf(path);
    if (reading.kind === 'refused') throw new Error(reading.refused);
    expect([reading.layout, reading.rowsTaken, reading.rowsRefused]).toEqual([layout, rowsTaken, 0]);
  });

  it('the same areas as a shapefile in metres and as TopoJSON in degrees lie in the same places', () => {
    const metres = readingOf('boundaries/formats_for_import_tests/liverpool_lsoa11_bfc_shapefile_EPSG27700.zip');
    const degrees = readingOf('boundaries/lsoa11_by_lad_ukgeojson/topo_E08000012.json');
    if (metres.kind !== 'boundaries' || degrees.kind !== 'boundaries') throw new Error('no boundaries');
    const one = boxes(metres);
    const two = boxes(degrees);
    expect([...one.keys()].sort()).toEqual([...two.keys()].sort());
    for (const [code, box] of one)
      for (const [side, value] of box.entries())
        expect(Math.abs(value - two.get(code)![side]!), code).toBeLessThan(0.002);
  });

  it('the residents of England at the census are all there', () => {
    const reading = readingOf('population/england/census2021_age6_lsoa21_england.csv.gz');
    if (reading.kind !== 'residents') throw new Error(reading.kind);
    expect(reading.total.reduce((sum, people) => sum + people, 0)).toBe(56_489_608);
  });

  it('sites that give both degrees and metres give the same place twice, within a metre', () => {
    const text = drain(readEvery(chunks(join(FOLDER, 'nhs/derived_sites/sites_merseyside.geojson')), 'sites'));
    if (text.kind !== 'sites') throw new Error(text.kind);
    const columns = text.columns.map(({heading}) => heading);
    expect(columns).toContain('postcode');
    const [east, north] = gridOf(text.lon[0]!, text.lat[0]!);
    expect(Math.hypot(east - 345_391, north - 383_546)).toBeLessThan(1);
  });

  it.each([
    ['basemap/pmtiles/rutland_openmaptiles_z6-14.pmtiles', 'map tiles'],
    ['gtfs/uk/newport_wales_2023-06-13_full.zip', 'public transport timetable'],
    ['osgb/uk_os_OSTN15_NTv2_OSGBtoETRS.tif', 'TIFF'],
    ['population/liverpool_2011/readme_ahah.txt', 'no row of column headings'],
  ])('%s is refused as what it is: %s', (path, words) => {
    const reading = readingOf(path);
    expect(reading.kind === 'refused' && reading.refused).toContain(words);
  });

  it.each(['uk/rutland_2022-07-20.osm.pbf', 'graphhopper_known_routes/monaco.osm.gz'])('osm/%s is streets', (path) => {
    expect(readingOf(`osm/${path}`).kind).toBe('streets');
  });
});

/** West, south, east and north of each area. */
function boxes({codes, shapes}: Extract<EveryReading, {kind: 'boundaries'}>): Map<string, number[]> {
  const {coordinates, ringEnds, polygonEnds, areaEnds} = shapes;
  const all = new Map<string, number[]>();
  let from = 0;
  for (const [area, code] of codes.entries()) {
    const to = ringEnds[polygonEnds[areaEnds[area]! - 1]! - 1]!;
    const box = [180, 90, -180, -90];
    for (let point = from; point < to; point++) {
      const [lon, lat] = [coordinates[point * 2]!, coordinates[point * 2 + 1]!];
      box[0] = Math.min(box[0]!, lon);
      box[1] = Math.min(box[1]!, lat);
      box[2] = Math.max(box[2]!, lon);
      box[3] = Math.max(box[3]!, lat);
    }
    all.set(code, box);
    from = to;
  }
  return all;
}

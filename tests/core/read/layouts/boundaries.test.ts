import {describe, expect, it} from 'vitest';
import {code, csv, geojson, refusal, square, taken} from '../reading-of.ts';

const CRS84 = {crs: {type: 'name', properties: {name: 'urn:ogc:def:crs:OGC:1.3:CRS84'}}};

describe('boundaries and centroids', () => {
  it('boundaries of 2021 as the Open Geography Portal writes them', () => {
    const properties = {
      FID: 1,
      LSOA21CD: code(1),
      LSOA21NM: 'Inventon 001A',
      LSOA21NMW: ' ',
      BNG_E: 532_123,
      BNG_N: 181_632,
      LAT: 51.5,
      LONG: -0.09,
      Shape__Area: 1,
      GlobalID: 'x',
    };
    const reading = taken('boundaries', geojson([{properties, geometry: square(-0.7, 52.6)}]));
    expect(reading.layout).toBe('boundaries-lsoa-2021');
    expect(reading).toMatchObject({level: 'small area', codes: [code(1)], names: ['Inventon 001A']});
    expect([...reading.shapes.coordinates]).toEqual([-0.7, 52.6, -0.69, 52.6, -0.69, 52.61, -0.7, 52.61, -0.7, 52.6]);
    expect([[...reading.shapes.ringEnds], [...reading.shapes.polygonEnds], [...reading.shapes.areaEnds]]).toEqual([
      [5],
      [1],
      [1],
    ]);
  });

  it('boundaries of 2021 with ward and district, several polygons and holes', () => {
    const ring = (lon: number, lat: number, side: number) =>
      (square(lon, lat, side) as {coordinates: unknown[]}).coordinates[0];
    const properties = {
      lsoa21_code: code(1),
      lsoa21_name: 'Inventon 001A',
      ward24_code: 'E05999999',
      ward24_name: 'Northgate',
      ltla24_code: 'E06999999',
      ltla24_name: 'Inventon',
    };
    const geometry = {
      type: 'MultiPolygon',
      coordinates: [[ring(-0.7, 52.6, 0.1), ring(-0.68, 52.62, 0.01)], [ring(-0.5, 52.6, 0.01)]],
    };
    const reading = taken(
      'boundaries',
      geojson(
        [
          {properties, geometry},
          {properties: {...properties, lsoa21_code: code(2)}, geometry: square(-0.4, 52.6)},
        ],
        CRS84,
      ),
    );
    expect([...reading.shapes.ringEnds]).toEqual([5, 10, 15, 20]);
    expect([...reading.shapes.polygonEnds]).toEqual([2, 3, 4]);
    expect([...reading.shapes.areaEnds]).toEqual([2, 3]);
    expect(reading.within).toEqual({
      wardCodes: ['E05999999', 'E05999999'],
      wardNames: ['Northgate', 'Northgate'],
      districtCodes: ['E06999999', 'E06999999'],
      districtNames: ['Inventon', 'Inventon'],
    });
  });

  it('boundaries of 2011', () => {
    const reading = taken(
      'boundaries',
      geojson([{properties: {LSOA11CD: code(1), LSOA11NM: 'Inventon 001A'}, geometry: square(-0.7, 52.6)}]),
    );
    expect(reading.layout).toBe('boundaries-lsoa-2011');
    expect(reading.source.areaVintage).toBe(2011);
  });

  it('boundaries that do not say their year are of 2021 if a code is', () => {
    const of = (number: number) =>
      taken(
        'boundaries',
        geojson([{properties: {code: code(number), name: 'Inventon'}, geometry: square(-0.7, 52.6)}]),
      );
    expect(of(1).layout).toBe('boundaries-lsoa-any');
    expect(of(1).source.areaVintage).toBeNull();
    expect(of(35_000).source.areaVintage).toBe(2021);
  });

  it('a ring that was left open is closed', () => {
    const ring = [
      [-0.7, 52.6],
      [-0.6, 52.6],
      [-0.6, 52.7],
    ];
    const reading = taken(
      'boundaries',
      geojson([{properties: {LSOA21CD: code(1)}, geometry: {type: 'Polygon', coordinates: [ring]}}]),
    );
    expect([...reading.shapes.coordinates.slice(-2)]).toEqual([-0.7, 52.6]);
  });

  it('boundaries in metres that say so are turned to degrees', () => {
    const crs = {crs: {type: 'name', properties: {name: 'urn:ogc:def:crs:EPSG::27700'}}};
    const reading = taken(
      'boundaries',
      geojson([{properties: {LSOA21CD: code(1)}, geometry: square(485_466, 308_867, 100)}], crs),
    );
    expect(reading.shapes.coordinates[0]).toBeCloseTo(-0.7375, 4);
    expect(reading.shapes.coordinates[1]).toBeCloseTo(52.6708, 4);
    expect(reading.notes.join(' ')).toContain('up to 5 metres');
  });

  const point = (lon: number, lat: number) => ({type: 'Point', coordinates: [lon, lat]});

  it.each([
    ['LSOA21CD', 'centroids-ons-2021', 2021],
    ['LSOA11CD', 'centroids-ons-2011', 2011],
  ])('population-weighted centroids as map points under %s', (head, layout, vintage) => {
    const reading = taken('centroids', geojson([{properties: {[head]: code(1)}, geometry: point(-0.7, 52.6)}]));
    expect(reading).toMatchObject({layout, method: 'population-weighted', codes: [code(1)]});
    expect(reading.source.areaVintage).toBe(vintage);
    expect([reading.lon[0], reading.lat[0]]).toEqual([-0.7, 52.6]);
  });

  it('the mean of postcodes is not called a population-weighted centroid', () => {
    const head = [
      'lsoa21_code',
      'n_postcodes',
      'pc_easting',
      'pc_northing',
      'pos_easting',
      'pos_northing',
      'lon',
      'lat',
    ];
    const reading = taken(
      'centroids',
      csv([head, [code(1), 86, 532124.5, 181695.2, 532129.1, 181683, -0.097127, 51.518733]]),
    );
    expect(reading).toMatchObject({layout: 'centroids-of-postcodes', method: 'mean of postcodes'});
    expect(reading.notes.join(' ')).toContain('not the population-weighted centroids');
  });

  it('a table of codes and degrees', () => {
    const reading = taken(
      'centroids',
      csv([
        ['code', 'name', 'easting', 'northing', 'latitude', 'longitude'],
        [code(1), 'Inventon 001A', 391223, 392954, 53.43329, -2.13357],
      ]),
    );
    expect(reading).toMatchObject({layout: 'centroids-table', method: 'not stated'});
    expect([reading.lon[0], reading.lat[0]]).toEqual([-2.13357, 53.43329]);
  });

  it('a table that says its points are population-weighted is believed', () => {
    expect(
      taken(
        'centroids',
        csv([
          ['lsoa21_code', 'lon', 'lat', 'point'],
          [code(1), -0.7, 52.6, 'population-weighted centroid'],
        ]),
      ).method,
    ).toBe('population-weighted');
  });

  it('a table of codes and metres', () => {
    const reading = taken(
      'centroids',
      csv([
        ['LSOA11CD', 'x', 'y'],
        [code(1), 485_466, 308_867],
      ]),
    );
    expect(reading.layout).toBe('centroids-grid-table');
    expect(reading.lon[0]).toBeCloseTo(-0.737525, 5);
  });

  it.each([
    [
      'swapped',
      {
        type: 'Polygon',
        coordinates: [
          [
            [52.6, -0.7],
            [52.7, -0.7],
            [52.7, -0.6],
            [52.6, -0.7],
          ],
        ],
      },
      'feature 1 (E01000001) has longitude and latitude swapped (longitude 52.6, latitude -0.7)',
    ],
    ['in France', square(2.35, 48.85), 'lies outside Britain (longitude 2.35, latitude 48.85)'],
    [
      'in metres',
      square(485_466, 308_867, 10),
      'has coordinates in metres (485466, 308867) where longitude and latitude belong',
    ],
    ['empty', {type: 'Polygon', coordinates: []}, 'has no geometry'],
    ['null', null, 'feature 1 (E01000001) has no geometry'],
    [
      'a hair',
      {
        type: 'Polygon',
        coordinates: [
          [
            [-0.7, 52.6],
            [-0.6, 52.6],
            [-0.7, 52.6],
          ],
        ],
      },
      'has a ring of 2 points, which encloses nothing',
    ],
    [
      'not numbers',
      {
        type: 'Polygon',
        coordinates: [
          [
            ['-0.7', '52.6'],
            [-0.6, 52.6],
            [-0.7, 52.6],
          ],
        ],
      },
      'has a coordinate that is not a number',
    ],
  ])('a boundary that is %s is refused', (_, geometry, why) => {
    expect(refusal(geojson([{properties: {LSOA21CD: code(1)}, geometry}]))).toContain(why);
  });

  it('a line among boundaries refuses them all, and says which', () => {
    const features = [
      {properties: {LSOA21CD: code(1)}, geometry: square(-0.7, 52.6)},
      {
        properties: {LSOA21CD: code(2)},
        geometry: {
          type: 'LineString',
          coordinates: [
            [-0.7, 52.6],
            [-0.6, 52.6],
          ],
        },
      },
    ];
    expect(refusal(geojson(features))).toContain(
      'feature 2 (E01000002) is a LineString where an area (Polygon or MultiPolygon) belongs',
    );
  });
});

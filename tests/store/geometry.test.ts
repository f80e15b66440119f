import {describe, expect, test} from 'vitest';
import type {LngLat} from '../../src/domain/evidence.ts';
import {extentOf, pointBlob, pointOf, polygonsBlob, polygonsOf} from '../../src/store/geometry.ts';
import {seeded} from './random-changes.ts';

const SQUARE: LngLat[] = [
  [0, 0],
  [0, 2],
  [2, 2],
  [2, 0],
  [0, 0],
];
const HOLE: LngLat[] = [
  [0.5, 0.5],
  [1.5, 0.5],
  [1.5, 1.5],
  [0.5, 0.5],
];

describe('a place as a GeoPackage blob', () => {
  test('is the header GP, no envelope, and a WKB point', () => {
    expect(pointBlob(-1, 52).toString('hex')).toBe('47500001e61000000101000000000000000000f0bf0000000000004a40');
  });

  test('comes back to the last bit', () => {
    const random = seeded(1);
    for (let index = 0; index < 1000; index++) {
      const point: LngLat = [random() * 360 - 180, random() * 180 - 90];
      expect(pointOf(pointBlob(...point))).toEqual(point);
    }
  });

  test('is read in either byte order, with an envelope, with height and measure', () => {
    const big = Buffer.from('47500000000010e60000000001bff0000000000000404a000000000000', 'hex');
    expect(pointOf(big)).toEqual([-1, 52]);
    const envelope = Buffer.concat([
      Buffer.from('47500003e6100000', 'hex'),
      Buffer.alloc(32),
      pointBlob(-1, 52).subarray(8),
    ]);
    expect(pointOf(envelope)).toEqual([-1, 52]);
    const measured = Buffer.concat([
      Buffer.from('47500001e610000001b90b0000', 'hex'),
      pointBlob(-1, 52).subarray(13),
      Buffer.alloc(16),
    ]);
    expect(pointOf(measured)).toEqual([-1, 52]);
  });

  test.each([
    ['nothing', ''],
    ['no GeoPackage blob', '00000001e61000000101000000000000000000f0bf0000000000004a40'],
    ['an empty point', '47500011e61000000101000000000000000000f0bf0000000000004a40'],
    ['another projection', '47500001346c00000101000000000000000000f0bf0000000000004a40'],
    ['a line', '47500001e61000000102000000000000000000f0bf0000000000004a40'],
    ['a point that is cut short', '47500001e61000000101000000000000000000f0bf0000000000004a'],
    ['a point that is no number', '47500001e61000000101000000000000000000f07f0000000000004a40'],
    ['an envelope that is cut short', '47500003e610000001'],
  ])('is not read from %s', (_, hex) => {
    expect(pointOf(Buffer.from(hex, 'hex'))).toBeNull();
  });
});

describe('a boundary as a GeoPackage blob', () => {
  test('comes back with its parts and its holes, and knows where it lies', () => {
    const polygons = [[SQUARE, HOLE], [SQUARE.map(([lng, lat]) => [lng + 10, lat - 5] as LngLat)]];
    const blob = polygonsBlob(polygons);
    expect(polygonsOf(blob)).toEqual(polygons);
    expect(extentOf(blob)).toEqual([0, -5, 12, 2]);
  });

  test('is read without its header’s envelope, and as a single polygon', () => {
    const blob = polygonsBlob([[SQUARE]]);
    const plain = Buffer.concat([Buffer.from('47500001e6100000', 'hex'), blob.subarray(40)]);
    expect(polygonsOf(plain)).toEqual([[SQUARE]]);
    expect(extentOf(plain)).toEqual([0, 0, 2, 2]);
    const single = Buffer.concat([Buffer.from('47500001e6100000', 'hex'), blob.subarray(49)]);
    expect(polygonsOf(single)).toEqual([[SQUARE]]);
  });

  test('of no parts is an empty list, lying nowhere', () => {
    expect(polygonsOf(polygonsBlob([]))).toEqual([]);
  });

  test('that is cut short anywhere, or claims more than it has, is not read and takes no memory', () => {
    const blob = polygonsBlob([[SQUARE, HOLE]]);
    for (let length = 0; length < blob.length; length++) expect(polygonsOf(blob.subarray(0, length))).toBeNull();
    const claims = Buffer.from(blob);
    claims.writeUInt32LE(0xffffffff, 45);
    expect(polygonsOf(claims)).toBeNull();
    const points = Buffer.from(blob);
    points.writeUInt32LE(0x0fffffff, 58);
    expect(polygonsOf(points)).toBeNull();
  });

  test('with any one byte changed is read or refused, but never breaks', () => {
    const blob = polygonsBlob([[SQUARE, HOLE]]);
    for (let at = 0; at < blob.length; at++) {
      for (const value of [0, 1, 127, 255]) {
        const changed = Buffer.from(blob);
        changed[at] = value;
        const read = polygonsOf(changed);
        expect(read === null || Array.isArray(read)).toBe(true);
      }
    }
  });
});

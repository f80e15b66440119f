import {describe, expect, it} from 'vitest';
import {jsonParts} from '../../../src/core/read/json-parts.ts';

function partsOf(text: string, size: number): unknown[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += size) chunks.push(text.slice(at, at + size));
  return [...jsonParts(chunks, 'map.geojson')].map(({key, index, value}) => [key, index, value]);
}

const TEXT =
  ' {"type":"FeatureCollection","a":{"b":[1,"x]}\\""]},"n":-1.5e3,"t":true,\n"features":[ {"a":"\\\\"},{"b":[[1]]} ],"z":null} \n';

describe('JSON read part by part', () => {
  it.each([1, 2, 3, 7, 1000])('gives members whole and features one by one, %i letters at a time', (size) => {
    expect(partsOf(TEXT, size)).toEqual([
      ['type', 0, 'FeatureCollection'],
      ['a', 0, {b: [1, 'x]}"']}],
      ['n', 0, -1500],
      ['t', 0, true],
      ['features', 1, {a: '\\'}],
      ['features', 2, {b: [[1]]}],
      ['z', 0, null],
    ]);
  });

  it('agrees with JSON.parse on what a list holds', () => {
    expect(partsOf('[1, {"a": [2]}, "x"]', 2)).toEqual([
      ['', 1, 1],
      ['', 2, {a: [2]}],
      ['', 3, 'x'],
    ]);
    expect(partsOf('[]', 1)).toEqual([]);
    expect(partsOf('{}', 1)).toEqual([]);
    expect(partsOf('{"features": []}', 1)).toEqual([]);
  });

  it('a file cut at any letter says where it stops or that it is broken', () => {
    const whole = TEXT.trim();
    for (let cut = 1; cut < whole.length; cut++)
      expect(() => partsOf(whole.slice(0, cut), 9), String(cut)).toThrow(
        /map\.geojson (stops in the middle|is not valid JSON)/,
      );
  });

  it.each([
    ['{"features":[{"a":1},{"a":}]}', 'is not valid JSON at feature 2'],
    ['{"features":[{"a":1} {"a":2}]}', 'is not valid JSON at feature 1'],
    ['{"features":[{"a":1}]}{"features":[]}', 'goes on after its end'],
    ['{"a" 1}', 'is not valid JSON at its members'],
    ['{"a":1,}', 'is not valid JSON at one of its names'],
    [`{"features":[${'['.repeat(100)}`, 'is not valid JSON at feature 1'],
  ])('%s', (text, sentence) => {
    expect(() => partsOf(text, 5)).toThrow(sentence);
  });
});

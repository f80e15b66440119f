import {describe, expect, it} from 'vitest';
import {packNetwork, unpackNetwork} from '../../../src/core/graph/pack-network.ts';
import {randomStreets} from './random-streets.ts';

describe('a network packed into parts', () => {
  it('comes back as it was, whatever order the parts are kept in, and in shared memory', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const network = randomStreets(seed);
      const kept = packNetwork(network).map(({name, bytes}) => ({name, bytes: Uint8Array.from(bytes)}));
      const back = unpackNetwork(kept.reverse());
      expect(Object.keys(back).sort()).toEqual(Object.keys(network).sort());
      for (const name of Object.keys(network) as (keyof typeof network)[]) {
        expect([...back[name]], name).toEqual([...network[name]]);
        expect(back[name].buffer).toBeInstanceOf(SharedArrayBuffer);
      }
    }
  });

  it('is refused where a part is missing, cut short, of another edition or another format', () => {
    const parts = () => packNetwork(randomStreets(8)).map(({name, bytes}) => ({name, bytes: Uint8Array.from(bytes)}));
    const changed = (name: string, change: (bytes: Uint8Array) => Uint8Array) =>
      parts().map((part) => (part.name === name ? {name, bytes: change(part.bytes)} : part));
    expect(() => unpackNetwork(parts().filter(({name}) => name !== 'edgeTo'))).toThrow(/“edgeTo” is missing/);
    expect(() => unpackNetwork(changed('edgeTo', (bytes) => bytes.subarray(1)))).toThrow(/“edgeTo” is cut short/);
    expect(() => unpackNetwork(changed('edgeTo', (bytes) => bytes.subarray(4)))).toThrow(
      /“edgeTo” holds \d+ numbers where \d+ belong/,
    );
    expect(() => unpackNetwork(changed('shapeLng', (bytes) => Uint8Array.of(...bytes, 0, 0, 0, 0)))).toThrow(
      /“shapeFirst” does not fit/,
    );
    expect(() =>
      unpackNetwork(changed('streets', (bytes) => Uint8Array.from(bytes, (byte, i) => (i === 0 ? 9 : byte)))),
    ).toThrow(/format 9/);
  });
});

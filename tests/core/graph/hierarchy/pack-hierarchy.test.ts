import {describe, expect, it} from 'vitest';
import {prepareHierarchy} from '../../../../src/core/graph/hierarchy/hierarchy.ts';
import {packHierarchy, unpackHierarchy} from '../../../../src/core/graph/hierarchy/pack-hierarchy.ts';
import {drain} from '../../../../src/core/job.ts';
import {randomRows} from './all-pairs.ts';

describe('a hierarchy as bytes', () => {
  it('comes back as it was, in shared memory', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const hierarchy = drain(prepareHierarchy(randomRows(seed)));
      // Kept bytes come back at any place of another buffer.
      const kept = packHierarchy(hierarchy).map(({name, bytes}) => {
        const room = new Uint8Array(bytes.length + 3);
        room.set(bytes, 3);
        return {name, bytes: room.subarray(3)};
      });
      const back = unpackHierarchy(kept);
      expect(back).toEqual(hierarchy);
      expect(back.up.weight.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });

  it('is refused when a part is missing, cut short, of another hierarchy or of another format', () => {
    const parts = packHierarchy(drain(prepareHierarchy(randomRows(9))));
    const others = packHierarchy(drain(prepareHierarchy(randomRows(12))));
    const without = (name: string) => parts.filter((part) => part.name !== name);
    const other = (name: string) => [...without(name), ...others.filter((part) => part.name === name)];
    expect(() => unpackHierarchy(without('up weight'))).toThrow('“up weight” is missing');
    expect(() => unpackHierarchy([...without('down weight'), {name: 'down weight', bytes: new Uint8Array(9)}])).toThrow(
      'cut short',
    );
    expect(() => unpackHierarchy(other('up first'))).toThrow('does not fit');
    expect(() => unpackHierarchy(other('places'))).toThrow('numbers where');
    const later = {name: 'hierarchy', bytes: new Uint8Array(Uint32Array.of(2, 5).buffer)};
    expect(() => unpackHierarchy([...without('hierarchy'), later])).toThrow('format 2');
  });
});

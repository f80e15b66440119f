import {describe, expect, it} from 'vitest';
import {beyondStreets} from '../../../src/core/graph/beyond-streets.ts';
import {metresBetween} from '../../../src/core/graph/metres.ts';
import {DEGREE} from '../../../src/core/graph/street-network.ts';
import {seeded} from '../random-town.ts';
import {randomStreets} from './random-streets.ts';

describe('places beyond the streets', () => {
  it('are those with no point of a street within the distance, as a look at every pair finds', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const network = randomStreets(seed);
      const next = seeded(seed);
      const lng = Float64Array.from({length: 40}, () => -0.72 + next() * 0.06);
      const lat = Float64Array.from({length: 40}, () => 52.58 + next() * 0.05);
      const metres = 50 + next() * 3000;
      const found = beyondStreets(network, lng, lat, metres);
      const points = [
        ...Array.from(network.vertexLng, (x, at) => [x, network.vertexLat[at]!]),
        ...Array.from(network.shapeLng, (x, at) => [x, network.shapeLat[at]!]),
      ];
      for (let place = 0; place < lng.length; place++) {
        const nearest = Math.min(
          ...points.map(([x, y]) => metresBetween(lng[place]!, lat[place]!, x! / DEGREE, y! / DEGREE)),
        );
        // Within a metre of the limit the plane and the sphere may differ.
        if (Math.abs(nearest - metres) > metres / 500) expect(found[place]).toBe(nearest > metres ? 1 : 0);
      }
    }
  });

  it('are none where there are no places, and all where there are no streets', () => {
    const network = randomStreets(3);
    expect(beyondStreets(network, new Float64Array(), new Float64Array(), 2000)).toHaveLength(0);
    const none = {
      ...network,
      vertexLng: new Int32Array(),
      vertexLat: new Int32Array(),
      shapeLng: new Int32Array(),
      shapeLat: new Int32Array(),
    };
    expect([...beyondStreets(none, Float64Array.of(-0.7), Float64Array.of(52.6), 2000)]).toEqual([1]);
  });
});

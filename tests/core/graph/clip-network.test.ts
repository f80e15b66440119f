import {describe, expect, it} from 'vitest';
import {clipNetwork} from '../../../src/core/graph/clip-network.ts';
import {packNetwork, unpackNetwork} from '../../../src/core/graph/pack-network.ts';
import {eachPoint, type StreetNetwork} from '../../../src/core/graph/street-network.ts';
import {drain} from '../../../src/core/job.ts';
import {seeds} from '../random-town.ts';
import {randomStreets} from './random-streets.ts';

type Box = [number, number, number, number];
const EVERYWHERE: Box = [-1, 52, 0, 53];

/** A street by all that is known of it, whatever its number. */
function streetOf(network: StreetNetwork, edge: number): string {
  const points: number[] = [];
  eachPoint(network, edge, (lng, lat) => points.push(lng, lat));
  const of = (
    ['edgeDecimetres', 'edgeClass', 'edgeFlags', 'edgeUse', 'edgeLimit', 'edgeLimitBack', 'edgeWay'] as const
  ).map((name) => network[name][edge]);
  const ends = [network.edgeFrom[edge]!, network.edgeTo[edge]!].map((vertex) =>
    [network.vertexFlags[vertex], network.vertexPassing[vertex]].join('/'),
  );
  return JSON.stringify([points, of, ends, network.edgeName[edge]]);
}

function turnsOf(network: StreetNetwork): string[] {
  return Array.from(network.turnKind, (kind, turn) =>
    JSON.stringify([
      kind,
      network.turnModes[turn],
      Array.from(network.turnEdges.subarray(network.turnFirst[turn], network.turnFirst[turn + 1]), (half) => [
        streetOf(network, half >> 1),
        half & 1,
      ]),
    ]),
  );
}

describe('a network cut to a box', () => {
  it('is what it was where the box holds all of it', () => {
    for (const seed of seeds(50)) {
      const network = randomStreets(seed);
      const clipped = drain(clipNetwork(network, EVERYWHERE));
      expect(Array.from(clipped.edgeFrom.keys(), (edge) => streetOf(clipped, edge))).toEqual(
        Array.from(network.edgeFrom.keys(), (edge) => streetOf(network, edge)),
      );
      expect(turnsOf(clipped)).toEqual(turnsOf(network));
    }
  });

  it('keeps whole every street with a point in the box, no other, and the turns between those', () => {
    for (const seed of seeds(200)) {
      const network = randomStreets(seed);
      const box: Box = [-0.695, 52.602, -0.691, 52.606];
      const touching = Array.from(network.edgeFrom.keys()).filter((edge) => {
        let touches = false;
        eachPoint(network, edge, (lng, lat) => {
          touches ||= lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
        });
        return touches;
      });
      const clipped = drain(clipNetwork(network, box));
      expect(Array.from(clipped.edgeFrom.keys(), (edge) => streetOf(clipped, edge))).toEqual(
        touching.map((edge) => streetOf(network, edge)),
      );
      const kept = new Set(touching);
      const turns = turnsOf(network).filter((_, turn) =>
        network.turnEdges
          .subarray(network.turnFirst[turn], network.turnFirst[turn + 1])
          .every((half) => kept.has(half >> 1)),
      );
      expect(turnsOf(clipped)).toEqual(turns);
      expect(() => unpackNetwork(packNetwork(clipped).map(({name, bytes}) => ({name, bytes})))).not.toThrow();
    }
  });
});

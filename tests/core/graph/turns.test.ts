import {describe, expect, it} from 'vitest';
import {modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {routeBetween} from '../../../src/core/graph/route.ts';
import {snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../src/core/graph/speeds.ts';
import {eachPoint, type StreetMode, type StreetNetwork} from '../../../src/core/graph/street-network.ts';
import {type Junction, rankOf, turnAngle, turnSeconds} from '../../../src/core/graph/turn-costs.ts';
import {drain} from '../../../src/core/job.ts';
import {hasRealData, NEWPORT, RUTLAND, readReal, readText} from './real-streets.ts';

/**
 * Three streets by three, a hundred and some metres apart; junction rc stands in row r and column c, from the south-west:
 *
 *   31 -- 32 -- 33
 *    |     |     |
 *   21 -- 22 -- 23
 *    |     |     |
 *   11 -- 12 -- 13
 */
const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`;
const lngOf = (name: number) => -0.7 + (name % 10) * 0.002;
const latOf = (name: number) => 52.6 + Math.floor(name / 10) * 0.0012;
const JUNCTIONS = [11, 12, 13, 21, 22, 23, 31, 32, 33];
const LINKS = JUNCTIONS.flatMap((name) => [
  [name, name + 1],
  [name, name + 10],
]).filter(([, to]) => JUNCTIONS.includes(to!)) as [number, number][];
const wayOf = (a: number, b: number) => Math.min(a, b) * 100 + Math.max(a, b);

function grid(...relations: string[]): StreetNetwork {
  const nodes = JUNCTIONS.map((name) => `<node id="${name}" lat="${latOf(name)}" lon="${lngOf(name)}"/>`).join('');
  const ways = LINKS.map(
    ([a, b]) =>
      `<way id="${wayOf(a, b)}"><nd ref="${a}"/><nd ref="${b}"/>${tag('highway', 'residential')}${tag('name', `${a}-${b}`)}</way>`,
  ).join('');
  return readText(`<osm>${nodes}${ways}${relations.join('')}</osm>`).network;
}

const member = (role: string, type: string, ref: number) => `<member type="${type}" ref="${ref}" role="${role}"/>`;
function restriction(value: string, from: number, via: [string, ...number[]], to: number, ...tags: string[]): string {
  const [kind, ...refs] = via;
  return `<relation id="1">${member('from', 'way', from)}${refs.map((ref) => member('via', kind, ref)).join('')}${member('to', 'way', to)}${tag('type', 'restriction')}${tag('restriction', value)}${tags.join('')}</relation>`;
}

/** The junctions passed on the way from the middle of one street to the middle of another. */
function way(network: StreetNetwork, mode: StreetMode, from: [number, number], to: [number, number]): number[] {
  const graph = drain(modeGraph(network, mode, defaultSpeedSettings()));
  const middle = ([a, b]: [number, number]) => snap(graph, (lngOf(a) + lngOf(b)) / 2, (latOf(a) + latOf(b)) / 2);
  const route = drain(routeBetween(graph, middle(from), middle(to)))!;
  return route.line
    .map(([lng, lat]) =>
      JUNCTIONS.find((name) => Math.abs(lngOf(name) - lng) < 1e-6 && Math.abs(latOf(name) - lat) < 1e-6),
    )
    .filter((name) => name !== undefined);
}

/** From the street that leads north into 22 to the one that leads east out of it: a right turn. */
const rightTurn = (network: StreetNetwork, mode: StreetMode = 'drive') => way(network, mode, [12, 22], [22, 23]);

describe('turn restrictions change the way', () => {
  it('without one, a turn is just made', () => {
    expect(rightTurn(grid())).toEqual([22]);
  });

  it.each(['no_right_turn', 'no_left_turn', 'no_straight_on'])(
    '%s: round the block instead, for cars and cycles, not on foot',
    (value) => {
      const network = grid(restriction(value, 1222, ['node', 22], 2223));
      expect(rightTurn(network)).not.toEqual([22]);
      expect(rightTurn(network, 'walk')).toEqual([22]);
      // A cycle may turn round in the street and come back another way; it may not make the turn.
      expect(rightTurn(network, 'cycle')).not.toEqual([22]);
    },
  );

  it('except=bicycle: cars go round, cycles turn', () => {
    const network = grid(restriction('no_right_turn', 1222, ['node', 22], 2223, tag('except', 'bicycle')));
    expect(rightTurn(network)).not.toEqual([22]);
    expect(rightTurn(network, 'cycle')).toEqual([22]);
  });

  it('only_straight_on: neither right nor left', () => {
    const network = grid(restriction('only_straight_on', 1222, ['node', 22], 2232));
    expect(rightTurn(network)).not.toEqual([22]);
    expect(way(network, 'drive', [12, 22], [21, 22])).not.toEqual([22]);
    expect(way(network, 'drive', [12, 22], [22, 32])).toEqual([22]);
  });

  it('no_entry and no_exit: from each, into each', () => {
    const entry = `<relation id="1">${member('from', 'way', 1222)}${member('from', 'way', 2122)}${member('via', 'node', 22)}${member('to', 'way', 2223)}${tag('type', 'restriction')}${tag('restriction', 'no_entry')}</relation>`;
    expect(rightTurn(grid(entry))).not.toEqual([22]);
    expect(way(grid(entry), 'drive', [21, 22], [22, 23])).not.toEqual([22]);
    expect(way(grid(entry), 'drive', [22, 32], [22, 23])).toEqual([22]);
  });

  it('via a street: forbidden to those who came by the first, free to others', () => {
    const network = grid(restriction('no_u_turn', 1112, ['way', 1222], 2122));
    expect(way(network, 'drive', [11, 12], [21, 22])).not.toEqual([12, 22]);
    expect(way(grid(), 'drive', [12, 13], [22, 21])).toEqual([12, 22]);
    expect(way(network, 'drive', [12, 13], [21, 22])).toEqual([12, 22]);
    expect(way(network, 'drive', [12, 22], [21, 22])).toEqual([22]);
  });

  it('only via a street: who came by the first must go on as it says', () => {
    const network = grid(restriction('only_straight_on', 1112, ['way', 1222], 2232));
    expect(way(network, 'drive', [11, 12], [22, 32])).toEqual([12, 22]);
    expect(way(network, 'drive', [11, 12], [22, 23])).not.toEqual([12, 22]);
    expect(way(network, 'drive', [12, 13], [21, 22])).toEqual([12, 22]);
  });

  it('a driver turns round only where there is no other way on', () => {
    // A dead end beyond 33: who must come back has to turn there.
    const text = `<osm><node id="1" lat="52.6" lon="-0.7"/><node id="2" lat="52.601" lon="-0.7"/><node id="3" lat="52.602" lon="-0.7"/><node id="4" lat="52.601" lon="-0.699"/>
      <way id="12"><nd ref="1"/><nd ref="2"/>${tag('highway', 'residential')}</way><way id="23"><nd ref="2"/><nd ref="3"/>${tag('highway', 'residential')}</way>
      <way id="24"><nd ref="2"/><nd ref="4"/>${tag('highway', 'residential')}</way>${restriction('no_right_turn', 12, ['node', 2], 24)}</osm>`;
    const graph = drain(modeGraph(readText(text).network, 'drive', defaultSpeedSettings()));
    const route = drain(routeBetween(graph, snap(graph, -0.7, 52.6005), snap(graph, -0.6995, 52.601)))!;
    // On to 3, round, back to 2 and left.
    expect(Math.max(...route.line.map(([, lat]) => lat))).toBeCloseTo(52.602, 6);
    expect(route.metres).toBeGreaterThan(250);
  });
});

describe('what a turn costs', () => {
  const costs = defaultSpeedSettings().turns;
  const network = grid();
  const arc = (a: number, b: number) => {
    for (let e = 0; e < network.edgeFrom.length; e++) {
      if (network.edgeWay[e] !== wayOf(a, b)) continue;
      let first: [number, number] = [0, 0];
      let seen = false;
      eachPoint(network, e, (lng, lat) => {
        if (!seen) first = [lng, lat];
        seen = true;
      });
      return 2 * e + (Math.abs(first[0] - lngOf(a)) < 1e-6 && Math.abs(first[1] - latOf(a)) < 1e-6 ? 0 : 1);
    }
    throw new Error('no such street');
  };
  const junction = (flags = 0, topRank = 4): Junction => {
    network.vertexFlags[0] = flags;
    return {vertex: 0, waysOut: 4, topRank};
  };
  const turn = (angle: number) => ({from: arc(12, 22), to: arc(22, 23), angle, toIsPublic: true, canTurnRound: true});
  const cost = (angle: number, at = junction()) => turnSeconds(network, costs, at, turn(angle));

  it.each<[string, number, number]>([
    ['straight on', 0, 0],
    ['a bend', 44, 0],
    ['left, the near side', -90, 2],
    ['right, across', 90, 5],
    ['sharp right', 149, 5],
    ['back round the nose between two carriageways', 170, 20],
    ['the same to the left', -150, 20],
  ])('%s', (_, angle, seconds) => {
    expect(cost(angle)).toBe(seconds);
  });

  it('is the other way about where people drive on the right', () => {
    expect(turnSeconds(network, {...costs, drivesOnLeft: false}, junction(), turn(-90))).toBe(5);
  });

  it('from a lesser street into a greater one: giving way as well, but not at signals', () => {
    expect(rankOf(network, arc(12, 22))).toBe(4);
    expect(cost(0, junction(0, 7))).toBe(4);
    expect(cost(90, junction(0, 7))).toBe(9);
    expect(cost(90, junction(1, 7))).toBe(13);
  });

  it('signals, a signalled crossing and a small roundabout cost the same whichever way', () => {
    expect([0, 90].map((angle) => cost(angle, junction(8)))).toEqual([2, 7]);
    expect([0, 90].map((angle) => cost(angle, junction(4)))).toEqual([3, 3]);
  });

  it('nothing where there is no choice: a bend in the road is no junction', () => {
    expect(cost(90, {...junction(), waysOut: 2})).toBe(0);
  });

  it('turning round costs what it says', () => {
    junction();
    expect(turnSeconds(network, costs, {vertex: 0, waysOut: 1, topRank: 4}, {...turn(180), to: turn(0).from ^ 1})).toBe(
      20,
    );
  });

  it('angles go round the compass', () => {
    expect([turnAngle(350, 10), turnAngle(10, 350), turnAngle(0, 90), turnAngle(0, 270), turnAngle(450, 0)]).toEqual([
      20, -20, 90, -90, -90,
    ]);
  });
});

describe.skipIf(!hasRealData)('real turn restrictions (skipped where the folder of real data is absent)', () => {
  const read = new Map<string, StreetNetwork>();

  /** By number of the way turned from and the way turned into. */
  it.each<[string, string, number, number]>([
    ['Cold Overton Road into Barleythorpe Road, Oakham', RUTLAND, 890_311_764, 891_686_663],
    ['Barleythorpe Road into Cold Overton Road, Oakham', RUTLAND, 891_686_663, 891_686_659],
    ['Caxton Place into Bridge Street, Newport', NEWPORT, 37_720_996, 41_233_732],
    ['Chepstow Road into Carey Road, Newport', NEWPORT, 1_107_033_941, 37_720_308],
    ['Gaer Road into Cardiff Road, Newport', NEWPORT, 29_621_678, 1_107_038_259],
    ['round at Pencarn Way on Cardiff Road, Newport (via a street)', NEWPORT, 87_493_152, 504_544_588],
  ])('change the way: %s', (_, file, from, to) => {
    const network = read.get(file) ?? readReal(file).network;
    read.set(file, network);
    const restricted = Array.from(network.turnKind.keys()).find((r) => {
      const run = network.turnEdges.subarray(network.turnFirst[r], network.turnFirst[r + 1]);
      return network.edgeWay[run[0]! >> 1] === from && network.edgeWay[run.at(-1)! >> 1] === to;
    })!;
    const run = network.turnEdges.subarray(network.turnFirst[restricted], network.turnFirst[restricted + 1]);
    const middle = (street: number): [number, number] => {
      const line: [number, number][] = [];
      eachPoint(network, street >> 1, (lng, lat) => line.push([lng, lat]));
      const [a, b] = [line[Math.floor((line.length - 1) / 2)]!, line[Math.ceil((line.length - 1) / 2)]!];
      return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    };
    const seconds = (streets: StreetNetwork) => {
      const graph = drain(modeGraph(streets, 'drive', defaultSpeedSettings()));
      return drain(routeBetween(graph, snap(graph, ...middle(run[0]!)), snap(graph, ...middle(run.at(-1)!))))!.seconds;
    };
    const free = {
      ...network,
      turnKind: new Uint8Array(0),
      turnFirst: new Uint32Array(1),
      turnEdges: new Uint32Array(0),
    };
    expect(seconds(network)).toBeGreaterThan(seconds(free) + 5);
  });
});

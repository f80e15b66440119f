import {describe, expect, it} from 'vitest';
import {writePbf} from '../../../seeds/write-pbf.ts';
import {HIGHWAY_CLASSES} from '../../../src/core/graph/highway-class.ts';
import {METRES_PER_DEGREE} from '../../../src/core/graph/metres.ts';
import {nameAt} from '../../../src/core/graph/street-network.ts';
import {drain} from '../../../src/core/job.ts';
import {readOsm} from '../../../src/core/read/osm-streets.ts';
import {bytesSource, readText} from '../graph/real-streets.ts';

/** Nodes 1 to 9 a hundred metres apart on a meridian. */
const METRES_100 = 100 / METRES_PER_DEGREE;
const nodes = (tags: Record<number, string> = {}) =>
  Array.from(
    {length: 9},
    (_, i) => `<node id="${i + 1}" lat="${52.6 + i * METRES_100}" lon="-0.7">${tags[i + 1] ?? ''}</node>`,
  ).join('');
const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`;
const way = (id: number, refs: number[], ...tags: string[]) =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags.join('')}</way>`;
const residential = tag('highway', 'residential');
const read = (...parts: string[]) => readText(`<osm>${parts.join('')}</osm>`);

describe('streets read into a network', () => {
  it('are cut where they meet, and only there; their length is that of their line', () => {
    const {network, report} = read(
      nodes(),
      way(1, [1, 2, 3, 4, 5], residential),
      way(2, [3, 9], tag('highway', 'footway')),
    );
    expect([...network.edgeDecimetres]).toEqual([2000, 2000, 6000]);
    expect([...network.shapeFirst]).toEqual([0, 1, 2, 2]);
    expect(report).toMatchObject({vertices: 4, edges: 3, waysTaken: 2});
    expect([...network.edgeClass].map((code) => HIGHWAY_CLASSES[code])).toEqual([
      'residential',
      'residential',
      'footway',
    ]);
    expect([...network.edgeWay]).toEqual([1, 1, 2]);
  });

  it('are cut at a barrier and at signals', () => {
    const {network} = read(
      nodes({2: tag('barrier', 'gate') + tag('access', 'private'), 4: tag('highway', 'traffic_signals')}),
      way(1, [1, 2, 3, 4, 5], residential),
    );
    expect([...network.edgeDecimetres]).toEqual([1000, 2000, 1000]);
    expect([...network.vertexPassing].filter(Boolean).length).toBe(1);
    expect([...network.vertexFlags].filter(Boolean)).toEqual([1]);
  });

  it('that cross themselves, close on themselves or repeat a point are cut right', () => {
    const {network} = read(nodes(), way(1, [1, 2, 2, 3, 4, 2, 5], residential), way(2, [6, 7, 8, 6], residential));
    expect([...network.edgeDecimetres]).toEqual([1000, 4000, 3000, 4000]);
    expect([network.edgeFrom[1], network.edgeFrom[3]]).toEqual([network.edgeTo[1], network.edgeTo[3]]);
  });

  it('are cut at the edge of the extract, and the missing points are counted', () => {
    const {network, report} = read(nodes(), way(1, [1, 2, 77, 78, 3, 4, 79], residential));
    expect([...network.edgeDecimetres]).toEqual([1000, 1000]);
    expect(report.missingPoints).toBe(3);
    expect(report.vertices).toBe(4);
  });

  it('keep name and number', () => {
    const {network} = read(
      nodes(),
      way(1, [1, 2], residential, tag('name', 'Mill Street')),
      way(2, [2, 3], residential, tag('ref', 'A606')),
      way(3, [3, 4], residential, tag('name', 'Stamford Road'), tag('ref', 'A606')),
      way(4, [4, 5], residential),
    );
    expect([...network.edgeName].map((name) => nameAt(network, name))).toEqual([
      'Mill Street',
      'A606',
      'Stamford Road (A606)',
      '',
    ]);
  });

  it('give a ferry the speed of its timetable, over all its pieces', () => {
    const {network} = read(
      nodes(),
      way(1, [1, 3, 4, 7], tag('route', 'ferry'), tag('duration', '0:06')),
      way(2, [4, 9], residential),
    );
    // 600 m in 6 minutes are 6 km/h.
    expect([...network.edgeLimit].slice(0, 2)).toEqual([600, 600]);
  });

  it('are the same from PBF and from XML, in any order of the file and any size of chunk', () => {
    const list = Array.from({length: 9}, (_, i) => ({
      id: i + 1,
      lon: -0.7,
      lat: Math.round((52.6 + i * METRES_100) * 1e7) / 1e7,
      tags: {} as Record<string, string>,
    }));
    const ways = [
      {id: 5_000_000_001, nodes: [1, 2, 3, 4, 5], tags: {highway: 'residential', name: 'Über die Brücke'}},
      {id: 2, nodes: [3, 9], tags: {highway: 'footway'}},
    ];
    const relations = [
      {
        id: 9,
        members: [
          {kind: 'way' as const, id: 5_000_000_001, role: 'from'},
          {kind: 'node' as const, id: 3, role: 'via'},
          {kind: 'way' as const, id: 2, role: 'to'},
        ],
        tags: {type: 'restriction', restriction: 'no_left_turn'},
      },
    ];
    const pbf = writePbf({nodes: list, ways, relations}, 'a test');
    const fromPbf = [1, 7, 1000, 1_000_000].map((chunk) => {
      const result = drain(readOsm(bytesSource(pbf, 'a.pbf', chunk)));
      return result.ok ? result.network : result.sentence;
    });
    const xmlNodes = list
      .map(({id, lon, lat}) => `<node id="${id}" lat="${lat}" lon="${lon}"/>`)
      .reverse()
      .join('');
    const xmlWays = ways
      .map(({id, nodes: refs, tags}) => way(id, refs, ...Object.entries(tags).map(([k, v]) => tag(k, v))))
      .join('');
    const fromXml = read(xmlWays, xmlNodes).network;
    for (const network of fromPbf) expect(network).toEqual(fromPbf[0]);
    expect({...(fromPbf[0] as object), turnFirst: fromXml.turnFirst}).toEqual({...fromXml});
  });
});

/**
 *          N(2)
 *           |
 *  W(4) -- X(1) -- E(3) -- F(5)
 *           |
 *          S(6) -- T(7)
 */
const CROSSING = `<node id="1" lat="52.6" lon="-0.7"/><node id="2" lat="52.601" lon="-0.7"/><node id="3" lat="52.6" lon="-0.699"/>
  <node id="4" lat="52.6" lon="-0.701"/><node id="5" lat="52.6" lon="-0.698"/><node id="6" lat="52.599" lon="-0.7"/><node id="7" lat="52.599" lon="-0.699"/>`;
const ARMS = [
  way(12, [2, 1], residential),
  way(13, [1, 3], residential),
  way(35, [3, 5], residential),
  way(14, [4, 1], residential),
  way(16, [1, 6], residential),
  way(67, [6, 7], residential),
];
const member = (role: string, type: string, ref: number) => `<member type="${type}" ref="${ref}" role="${role}"/>`;
const restriction = (members: string[], ...tags: string[]) =>
  `<relation id="1">${members.join('')}${tag('type', 'restriction')}${tags.join('')}</relation>`;
const viaX = [member('from', 'way', 14), member('via', 'node', 1), member('to', 'way', 12)];

/** Restrictions as “ways in order of travel”, a minus where it runs against the way's line. */
function turns(...parts: string[]) {
  const {network, report} = read(CROSSING, ...ARMS, ...parts);
  const list = [...network.turnKind].map((kind, r) => {
    const arcs = [...network.turnEdges.subarray(network.turnFirst[r], network.turnFirst[r + 1])];
    return `${kind === 1 ? 'only' : 'no'} ${arcs.map((arc) => `${arc & 1 ? '-' : ''}${network.edgeWay[arc >> 1]}`).join(' ')} ${network.turnModes[r]}`;
  });
  return {list, leftOut: report.restrictionsLeftOut.map(({reason}) => reason)};
}

describe('turn restrictions read from relations', () => {
  it.each<[string, string[], string]>([
    ['no left turn', [tag('restriction', 'no_left_turn')], 'no 14 -12 5'],
    ['only left turn', [tag('restriction', 'only_left_turn')], 'only 14 -12 5'],
    ['except cycles', [tag('restriction', 'no_left_turn'), tag('except', 'bicycle;psv')], 'no 14 -12 1'],
    ['except cars', [tag('restriction', 'no_left_turn'), tag('except', 'motorcar')], 'no 14 -12 4'],
    ['for motor vehicles', [tag('restriction:motor_vehicle', 'no_left_turn')], 'no 14 -12 1'],
    ['for cycles', [tag('restriction:bicycle', 'no_left_turn')], 'no 14 -12 4'],
  ])('%s', (_, tags, expected) => {
    expect(turns(restriction(viaX, ...tags)).list).toEqual([expected]);
  });

  it('a turn back into the same street', () => {
    const members = [member('from', 'way', 14), member('via', 'node', 1), member('to', 'way', 14)];
    expect(turns(restriction(members, tag('restriction', 'no_u_turn'))).list).toEqual(['no 14 -14 5']);
  });

  it('no entry from several streets, no exit into several', () => {
    const entry = [
      member('from', 'way', 14),
      member('from', 'way', 16),
      member('via', 'node', 1),
      member('to', 'way', 12),
    ];
    expect(turns(restriction(entry, tag('restriction', 'no_entry'))).list).toEqual(['no 14 -12 5', 'no -16 -12 5']);
    const exit = [
      member('from', 'way', 14),
      member('via', 'node', 1),
      member('to', 'way', 12),
      member('to', 'way', 16),
    ];
    expect(turns(restriction(exit, tag('restriction', 'no_exit'))).list).toEqual(['no 14 -12 5', 'no 14 16 5']);
  });

  it('via a street, and via two streets in either order', () => {
    const one = [member('from', 'way', 14), member('via', 'way', 13), member('to', 'way', 35)];
    expect(turns(restriction(one, tag('restriction', 'no_straight_on'))).list).toEqual(['no 14 13 35 5']);
    const longer = way(58, [5, 7], residential);
    const two = [
      member('from', 'way', 14),
      member('via', 'way', 35),
      member('via', 'way', 13),
      member('to', 'way', 58),
    ];
    expect(turns(longer, restriction(two, tag('restriction', 'no_u_turn'))).list).toEqual(['no 14 13 35 58 5']);
  });

  it.each<[string, string, string]>([
    [
      'at times',
      restriction(viaX, tag('restriction:conditional', 'no_left_turn @ (07:00-09:00)')),
      'hold only at times',
    ],
    [
      'at times, the old way',
      restriction(viaX, tag('restriction', 'no_left_turn'), tag('hour_on', '07:00')),
      'hold only at times',
    ],
    ['for lorries', restriction(viaX, tag('restriction:hgv', 'no_left_turn')), 'for other vehicles'],
    [
      'except everyone',
      restriction(viaX, tag('restriction', 'no_left_turn'), tag('except', 'motorcar;bicycle')),
      'except cars and cycles',
    ],
    ['unknown', restriction(viaX, tag('restriction', 'give_way')), 'unknown kind'],
    [
      'without a via',
      restriction([viaX[0]!, viaX[2]!], tag('restriction', 'no_left_turn')),
      'member missing or too many',
    ],
    [
      'with streets outside',
      restriction([member('from', 'way', 99), viaX[1]!, viaX[2]!], tag('restriction', 'no_left_turn')),
      'not in the file',
    ],
    [
      'with streets apart',
      restriction([member('from', 'way', 35), viaX[1]!, viaX[2]!], tag('restriction', 'no_left_turn')),
      'do not meet',
    ],
  ])('are left aside and counted: %s', (_, relation, why) => {
    const {list, leftOut} = turns(relation);
    expect(list).toEqual([]);
    expect(leftOut.join()).toContain(why);
  });

  it('from a street that runs on through the junction are left aside, unless one way along it is closed', () => {
    const through = way(20, [4, 1, 3], residential);
    const open = turns(
      through,
      restriction([member('from', 'way', 20), ...viaX.slice(1)], tag('restriction', 'no_left_turn')),
    );
    expect(open.leftOut.join()).toContain('more than one turn');
    const oneWay = turns(
      way(20, [4, 1, 3], residential, tag('oneway', 'yes')),
      restriction([member('from', 'way', 20), ...viaX.slice(1)], tag('restriction', 'no_left_turn')),
    );
    // A cycle may not ride against it either, so the turn is clear.
    expect(oneWay.list).toEqual(['no 20 -12 5']);
  });
});

import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import type {LandscapeFeature} from '../../../src/core/read/osm-landscape.ts';
import {joinedRings} from '../../../src/core/read/osm-rings.ts';
import {readOsm} from '../../../src/core/read/osm-streets.ts';

const node = (id: number, lng: number, lat: number, tags = '') =>
  `<node id="${id}" lon="${lng}" lat="${lat}">${tags}</node>`;
const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`;
const way = (id: number, refs: number[], tags: string) =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags}</way>`;

/** A kilometre-wide square of nodes around 52 N, numbered from `first`. */
const corners = (first: number, size = 0.01) =>
  [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
  ]
    .map(([x, y], i) => node(first + i, -0.7 + x!, 52 + y!))
    .join('');

function read(body: string): LandscapeFeature[] {
  const bytes = new TextEncoder().encode(`<osm>${body}</osm>`);
  const answer = drain(readOsm({name: 'test.osm', bytes: bytes.length, open: () => [bytes]}));
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.landscape;
}

const street = node(1, -0.7, 52) + node(2, -0.69, 52) + way(1, [1, 2], tag('highway', 'residential'));

describe('the landscape that a map is recognised by', () => {
  it('holds a lake made of two ways without tags, and leaves its island out of the water', () => {
    const island = corners(20, 0.002).replaceAll('-0.7"', '-0.697"');
    const lake =
      corners(10) +
      island +
      way(11, [10, 11, 12], '') +
      way(12, [10, 13, 12], '') +
      way(13, [20, 21, 22, 23, 20], '') +
      `<relation id="1"><member type="way" ref="11" role="outer"/><member type="way" ref="12" role="outer"/><member type="way" ref="13" role="inner"/>${tag('type', 'multipolygon')}${tag('natural', 'water')}${tag('name', 'Long Water')}</relation>`;
    const [water] = read(street + lake);
    expect(water).toMatchObject({kind: 'water', name: 'Long Water'});
    expect(water!.points).toHaveLength(2);
    expect(water!.points[0]).toHaveLength(5);
    expect(water!.points[0]![0]).toEqual(water!.points[0]![4]);
  });

  it('holds rivers, railways, coast, woods and named places, and nothing else', () => {
    const features = read(
      street +
        corners(10) +
        way(21, [10, 11], tag('waterway', 'river')) +
        way(22, [10, 11], tag('waterway', 'ditch')) +
        way(23, [11, 12], tag('railway', 'rail')) +
        way(24, [11, 12], tag('railway', 'rail') + tag('service', 'siding')) +
        way(25, [12, 13], tag('natural', 'coastline')) +
        way(26, [10, 11, 12, 13, 10], tag('natural', 'wood')) +
        node(40, -0.7, 52, tag('place', 'village') + tag('name', 'Thorpe')) +
        node(41, -0.7, 52, tag('place', 'locality') + tag('name', 'Nowhere')),
    );
    expect(features.map(({kind}) => kind).sort()).toEqual(['coast', 'green', 'place', 'rail', 'river']);
    expect(features.find(({kind}) => kind === 'place')).toMatchObject({name: 'Thorpe', rank: 4});
  });

  it('leaves out a pond, a copse, and what the edge of the extract cuts open', () => {
    const pond = corners(10, 0.0002) + way(31, [10, 11, 12, 13, 10], tag('natural', 'water'));
    const open = corners(50) + way(32, [50, 51, 52], tag('natural', 'water'));
    expect(read(street + pond + open)).toEqual([]);
  });

  it('joins lines whichever way round they lie, and each once', () => {
    const ring = joinedRings([
      [
        [0, 0],
        [1, 0],
      ],
      [
        [0, 1],
        [1, 1],
      ],
      [
        [0, 1],
        [0, 0],
      ],
      [
        [1, 0],
        [1, 1],
      ],
    ]);
    expect(ring).toHaveLength(1);
    expect(ring[0]).toHaveLength(5);
    expect(
      joinedRings([
        [
          [0, 0],
          [1, 0],
        ],
      ]),
    ).toEqual([]);
  });
});

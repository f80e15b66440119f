import {describe, expect, it} from 'vitest';
import type {HighwayClass} from '../../../src/core/graph/highway-class.ts';
import {passOf, STREET_MODES, usage} from '../../../src/core/graph/street-network.ts';
import {streetUse} from '../../../src/core/read/osm-access.ts';
import {passingOf, vertexFlagsOf} from '../../../src/core/read/osm-barrier.ts';
import {durationSeconds, limitOf, limitsOf} from '../../../src/core/read/osm-speed-limit.ts';
import {streetOf} from '../../../src/core/read/osm-way.ts';

const tags = (text: string) =>
  new Map(
    text
      .split(' ')
      .filter(Boolean)
      .map((tag) => tag.split('=') as [string, string]),
  );

/** One letter each for car, foot, cycle there, then back: y yes, n no, l last leg. */
function rights(text: string): string {
  const all = tags(text);
  const {use} = streetUse(all, (all.get('route') === 'ferry' ? 'ferry' : all.get('highway')) as HighwayClass);
  const letters = (back: number) => STREET_MODES.map((_, mode) => 'nyl'[usage(use, mode, back)]).join('');
  return `${letters(0)} ${letters(1)}`;
}

describe('who may use a street', () => {
  it.each([
    ['highway=residential', 'yyy yyy'],
    ['highway=motorway', 'ynn nnn'],
    ['highway=trunk motorroad=yes', 'ynn ynn'],
    ['highway=footway', 'nyn nyn'],
    ['highway=footway bicycle=yes', 'nyy nyy'],
    ['highway=bridleway', 'nyy nyy'],
    ['highway=path', 'nyn nyn'],
    ['highway=steps', 'nyn nyn'],
    ['highway=track', 'lyy lyy'],
    ['highway=track motor_vehicle=yes', 'yyy yyy'],
    ['highway=track access=private designation=public_bridleway', 'lyy lyy'],
    ['highway=service access=private', 'lll lll'],
    ['highway=service access=no', 'nnn nnn'],
    ['highway=service access=no psv=yes', 'nnn nnn'],
    ['highway=residential access=destination', 'lll lll'],
    ['highway=residential vehicle=no', 'nyn nyn'],
    ['highway=residential vehicle=no bicycle=yes', 'nyy nyy'],
    ['highway=residential motor_vehicle=destination', 'lyy lyy'],
    ['highway=residential access=no motorcar=yes', 'ynn ynn'],
    ['highway=residential oneway=yes', 'yyy nyn'],
    ['highway=residential oneway=-1', 'nyn yyy'],
    ['highway=residential oneway=yes oneway:bicycle=no', 'yyy nyy'],
    ['highway=residential oneway=yes cycleway=opposite_lane', 'yyy nyy'],
    ['highway=residential oneway=yes cycleway:left:oneway=-1', 'yyy nyy'],
    ['highway=residential oneway=yes oneway:foot=yes', 'yyy nnn'],
    ['highway=residential oneway=reversible', 'nyn nyn'],
    ['highway=residential motor_vehicle:backward=no', 'yyy nyy'],
    ['highway=tertiary junction=roundabout', 'yyy nyn'],
    ['highway=tertiary junction=roundabout oneway=no', 'yyy yyy'],
    ['route=ferry', 'yyy yyy'],
    ['route=ferry foot=yes', 'nyy nyy'],
    ['route=ferry foot=yes motor_vehicle=yes', 'yyy yyy'],
  ])('%s', (text, expected) => {
    expect(rights(text)).toBe(expected);
  });

  it('a cycle is pushed where it must be dismounted', () => {
    expect(streetUse(tags('highway=footway bicycle=dismount'), 'footway').push).toBe(true);
    expect(streetUse(tags('highway=footway bicycle=yes'), 'footway').push).toBe(false);
  });
});

describe('what a barrier lets pass, by car, on foot, by cycle: free, blocked, last leg', () => {
  it.each([
    ['barrier=gate', 'fff'],
    ['barrier=gate access=private', 'lll'],
    ['barrier=gate access=private foot=yes', 'lfl'],
    ['barrier=bollard', 'bff'],
    ['barrier=bollard bollard=rising', 'fff'],
    ['barrier=stile', 'bfb'],
    ['barrier=cycle_barrier', 'bff'],
    ['barrier=wall', 'bbb'],
    ['barrier=yes motor_vehicle=yes', 'fff'],
    ['highway=crossing', 'fff'],
  ])('%s', (text, expected) => {
    const passing = passingOf(tags(text));
    expect([0, 1, 2].map((mode) => 'fbl'[passOf(passing, mode)]).join('')).toBe(expected);
  });

  it('signals, stops and small roundabouts are told apart', () => {
    expect(
      ['traffic_signals', 'give_way', 'mini_roundabout', 'crossing'].map((h) => vertexFlagsOf(tags(`highway=${h}`))),
    ).toEqual([1, 2, 4, 0]);
  });
});

describe('speed limits, in hundredths of a km/h', () => {
  it.each([
    ['30 mph', 4828],
    ['30mph', 4828],
    ['50', 5000],
    ['20 km/h', 2000],
    ['10 knots', 1852],
    ['GB:nsl_single', 9656],
    ['GB:nsl_dual', 11_265],
    ['GB:motorway', 11_265],
    ['UK:nsl_single', 9656],
    ['GB:zone20', 3219],
    ['DE:zone:30', 3000],
    ['DE:urban', 5000],
    ['national', 9656],
    ['20 mph;30 mph', 3219],
    ['signals', 0],
    ['none', 0],
    ['survey', 0],
    ['', 0],
  ])('%s is %i', (text, expected) => {
    expect(limitOf(text)).toBe(expected);
  });

  it('differ by direction where tagged, and are read from the kind of limit where no number is', () => {
    const read = (pairs: [string, string][]) => limitsOf(new Map(pairs));
    expect(
      read([
        ['maxspeed', '40 mph'],
        ['maxspeed:backward', '30 mph'],
      ]),
    ).toEqual([6437, 4828]);
    expect(read([['maxspeed:type', 'GB:nsl_single']])).toEqual([9656, 9656]);
    expect(read([['source:maxspeed', 'GB:nsl_dual']])).toEqual([11_265, 11_265]);
    expect(read([['source:maxspeed', 'survey']])).toEqual([0, 0]);
  });
});

describe('a ferry', () => {
  it.each([
    ['1:30', 5400],
    ['00:12', 720],
    ['01:30:15', 5415],
    ['90', 5400],
    ['PT1H30M', 5400],
    ['soon', 0],
  ])('that takes %s takes %i seconds', (text, expected) => {
    expect(durationSeconds(text)).toBe(expected);
  });
});

describe('a way that is no street', () => {
  it.each([
    ['highway=construction', 'not a street'],
    ['highway=bus_guideway', 'not a street'],
    ['highway=service area=yes', 'areas'],
    ['highway=service access=no', 'closed'],
    ['route=bicycle', 'routes other'],
  ])('says why: %s', (text, why) => {
    expect(streetOf(tags(text))).toContain(why);
  });
});

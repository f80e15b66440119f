import {describe, expect, it} from 'vitest';
import {PlanError} from '../../src/domain/errors.ts';
import {
  checked,
  type Fields,
  flag,
  list,
  lngLat,
  maybe,
  maybeNotKnown,
  number,
  oneOf,
  text,
  words,
} from '../../src/engine/fields.ts';

function refused(fields: Fields, input: unknown): {message: string; at?: string} {
  try {
    checked(fields, input);
  } catch (error) {
    if (error instanceof PlanError && error.kind === 'invalid') return error.value();
    throw error;
  }
  throw new Error(`Not refused: ${JSON.stringify(input)}`);
}

describe('the input of a call', () => {
  it('is an object with the fields of the call and nothing besides', () => {
    expect(checked({name: text(10)}, {name: 'Hall'})).toEqual({name: 'Hall'});
    for (const input of [undefined, null, 5, 'text', [], [{name: 'Hall'}]])
      expect(refused({}, input).message).toBe('The input of a call must be an object.');
    expect(refused({name: text(10)}, {name: 'x', extra: 1})).toEqual({
      kind: 'invalid',
      message: '“extra” is not a field of this call.',
      at: 'extra',
    });
  });

  it('can’t smuggle anything in by the names that objects have of their own', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const input = JSON.parse(`{"name": "Hall", ${JSON.stringify(key)}: {"admin": true}}`) as unknown;
      expect(refused({name: text(10)}, input).at).toBe(key);
    }
    expect(({} as {admin?: boolean}).admin).toBeUndefined();
    expect(refused({name: text(10)}, Object.create({name: 'inherited', x: 1})).message).toContain('“name”');
  });

  it('that has a field of absurd length is not repeated in the sentence', () => {
    expect(refused({}, {['k'.repeat(1e6)]: 1}).message.length).toBeLessThan(200);
    expect(refused({mode: oneOf('a', 'b')}, {mode: 'x'.repeat(1e6)}).message.length).toBeLessThan(200);
  });

  it('is never run: an object where a word belongs is only refused', () => {
    const trap = {toString: 1, valueOf: {}};
    const fields = {
      mode: oneOf('drive', 'walk'),
      at: lngLat(),
      name: text(9),
      note: words(9),
      n: number(0, 1),
      f: flag(),
      l: list(text(3), 3),
    };
    for (const [key, field] of Object.entries(fields))
      for (const value of [trap, [trap, trap], Object.create(null), [[]], () => 1, Symbol('s'), 10n])
        expect(refused({[key]: field}, {[key]: value}).at, key).toMatch(key);
  });
});

describe('text', () => {
  const name = {name: text(5)};
  it('is trimmed, and control characters are spaces', () => {
    expect(checked(name, {name: ' a\tb\u0000 '})).toEqual({name: 'a b'});
  });
  it('is whole characters: half of a pair is replaced, as the file would do', () => {
    expect(checked(name, {name: 'a\ud800'})).toEqual({name: 'a\ufffd'});
  });
  it('has to be something, and not too long', () => {
    expect(refused(name, {name: '\n'}).message).toBe('“name” can’t be empty. Please type something.');
    expect(refused(name, {name: '123456'}).message).toBe('“name” is 6 characters long; the most is 5.');
    expect(checked(name, {name: ' 12345 '})).toEqual({name: '12345'});
    expect(refused(name, {}).message).toBe('“name” must be text.');
    expect(refused(name, {name: null}).message).toBe('“name” must be text.');
  });
  it('that may be empty may be, and keeps its lines', () => {
    expect(checked({note: words(20)}, {note: ''})).toEqual({note: ''});
    expect(checked({note: words(20)}, {note: 'one\n\ttwo\u0007\u0000'})).toEqual({note: 'one\n\ttwo'});
  });
});

describe('numbers', () => {
  const n = {n: number(0, 10)};
  it('are numbers, finite and within their bounds', () => {
    expect(checked(n, {n: 0})).toEqual({n: 0});
    expect(checked(n, {n: 10})).toEqual({n: 10});
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '5', null, true, [5]])
      expect(refused(n, {n: value}).message).toBe('“n” must be a number.');
    expect(refused(n, {n: -0.001}).message).toBe('“n” is -0.001; it must be from 0 to 10.');
    expect(refused(n, {n: 1e308}).message).toBe('“n” is 1e+308; it must be from 0 to 10.');
  });
});

describe('choices, flags, places and lists', () => {
  it('take what they say and nothing like it', () => {
    expect(refused({mode: oneOf('drive')}, {mode: 'Drive'}).message).toBe(
      '“mode” is “Drive”; it must be one of: drive.',
    );
    expect(refused({mode: oneOf('drive')}, {}).message).toBe('“mode” is “”; it must be one of: drive.');
    expect(refused({mode: oneOf('drive')}, {mode: ['drive']}).message).toContain('must be one of');
    for (const value of [1, 'true', null])
      expect(refused({f: flag()}, {f: value}).message).toBe('“f” must be yes or no.');
    expect(checked({at: lngLat()}, {at: [-0.7, 52.6]})).toEqual({at: [-0.7, 52.6]});
    for (const at of [
      [0, 0],
      [52.6, -0.7],
      [Number.NaN, 52],
      [-0.7, Number.POSITIVE_INFINITY],
      [null, 52],
    ])
      expect(refused({at: lngLat()}, {at}).message).toContain('outside Great Britain');
    expect(refused({at: lngLat()}, {at: {0: -0.7, 1: 52.6, length: 2}}).at).toBe('at');
    expect(refused({l: list(number(0, 1), 2)}, {l: [0, 1, 0]}).message).toBe('“l” has 3 entries; the most is 2.');
    expect(refused({l: list(number(0, 1), 2)}, {l: [0, 7]}).at).toBe('l[2]');
  });

  it('may be left out where they may; null is as good as nothing, or says “not known”', () => {
    expect(checked({n: maybe(number(0, 1))}, {})).toEqual({n: undefined});
    expect(checked({n: maybe(number(0, 1))}, {n: null})).toEqual({n: undefined});
    expect(checked({n: maybeNotKnown(number(0, 1))}, {})).toEqual({n: undefined});
    expect(checked({n: maybeNotKnown(number(0, 1))}, {n: null})).toEqual({n: null});
    expect(refused({n: maybeNotKnown(number(0, 1))}, {n: 2}).at).toBe('n');
  });
});

import {PlanError} from '../domain/errors.ts';

/** One checked field of a call's input: takes whatever arrived, gives a value of its type or a sentence. */
export interface Field<T> {
  parse: (value: unknown, at: string) => T;
}

export type Fields = Record<string, Field<unknown>>;

export type Input<F extends Fields> = {[K in keyof F]: F[K] extends Field<infer T> ? T : never};

function refuse(at: string, sentence: string): never {
  throw new PlanError('invalid', sentence, at);
}

/** Something that arrived, as it may stand in a sentence: short, and never by running code of its own. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'not text';
}

/** Text without control characters, trimmed, of 1 to `most` characters. */
export function text(most: number): Field<string> {
  return {
    parse(value, at) {
      if (typeof value !== 'string') refuse(at, `“${at}” must be text.`);
      const clean = value
        .toWellFormed()
        .replace(/\p{Cc}/gu, ' ')
        .trim();
      if (clean === '') refuse(at, `“${at}” can’t be empty. Please type something.`);
      if (clean.length > most) refuse(at, `“${at}” is ${clean.length} characters long; the most is ${most}.`);
      return clean;
    },
  };
}

/** Text that may be empty and may run over several lines. */
export function words(most: number): Field<string> {
  return {
    parse(value, at) {
      if (typeof value !== 'string') refuse(at, `“${at}” must be text.`);
      const clean = value
        .toWellFormed()
        .replace(/[^\P{Cc}\n\t]/gu, ' ')
        .trim();
      if (clean.length > most) refuse(at, `“${at}” is ${clean.length} characters long; the most is ${most}.`);
      return clean;
    },
  };
}

export function number(least: number, most: number): Field<number> {
  return {
    parse(value, at) {
      if (typeof value !== 'number' || !Number.isFinite(value)) refuse(at, `“${at}” must be a number.`);
      if (value < least || value > most) refuse(at, `“${at}” is ${value}; it must be from ${least} to ${most}.`);
      return value;
    },
  };
}

export function flag(): Field<boolean> {
  return {
    parse(value, at) {
      if (typeof value !== 'boolean') refuse(at, `“${at}” must be yes or no.`);
      return value;
    },
  };
}

export function oneOf<const T extends string>(...choices: T[]): Field<T> {
  return {
    parse(value, at) {
      const choice = choices.find((each) => each === value);
      if (choice === undefined) {
        const named = choices.map((each) => (each === '' ? '(empty)' : each)).join(', ');
        refuse(at, `“${at}” is “${value === undefined ? '' : shown(value)}”; it must be one of: ${named}.`);
      }
      return choice;
    },
  };
}

/** Longitude and latitude somewhere in or close to Great Britain. */
export function lngLat(): Field<[number, number]> {
  return {
    parse(value, at) {
      if (!Array.isArray(value) || value.length !== 2) refuse(at, 'A place must be a longitude and a latitude.');
      const [lng, lat] = value as [unknown, unknown];
      if (typeof lng !== 'number' || typeof lat !== 'number' || !(lng > -9 && lng < 3) || !(lat > 49 && lat < 61.5)) {
        refuse(at, `The place ${shown(lng)}, ${shown(lat)} is outside Great Britain.`);
      }
      return [lng, lat];
    },
  };
}

export function list<T>(field: Field<T>, most: number): Field<T[]> {
  return {
    parse(value, at) {
      if (!Array.isArray(value)) refuse(at, `“${at}” must be a list.`);
      if (value.length > most) refuse(at, `“${at}” has ${value.length} entries; the most is ${most}.`);
      return value.map((each, index) => field.parse(each, `${at}[${index + 1}]`));
    },
  };
}

/** Several fields under one name. */
export function record<F extends Fields>(fields: F): Field<Input<F>> {
  return {parse: (value) => checked(fields, value)};
}

/** May be left out. */
export function maybe<T>(field: Field<T>): Field<T | undefined> {
  return {parse: (value, at) => (value === undefined || value === null ? undefined : field.parse(value, at))};
}

/** May be left out; null says that it is not known (any more). */
export function maybeNotKnown<T>(field: Field<T>): Field<T | null | undefined> {
  return {parse: (value, at) => (value === undefined || value === null ? value : field.parse(value, at))};
}

/** The input of a call, checked: every field by its rule, and nothing besides. */
export function checked<F extends Fields>(fields: F, input: unknown): Input<F> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new PlanError('invalid', 'The input of a call must be an object.');
  }
  const given = input as Record<string, unknown>;
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(fields, key));
  if (unknown !== undefined)
    throw new PlanError('invalid', `“${shown(unknown)}” is not a field of this call.`, unknown);
  const entries = Object.entries(fields).map(([key, field]) => [
    key,
    field.parse(Object.hasOwn(given, key) ? given[key] : undefined, key),
  ]);
  return Object.fromEntries(entries) as Input<F>;
}

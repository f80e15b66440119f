import {randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ErrorValue} from '../../src/domain/errors.ts';
import type {News} from '../../src/domain/news.ts';
import type {Api, CallName} from '../../src/engine/api.ts';
import type {Compute} from '../../src/engine/compute.ts';
import {createEngine, type Engine} from '../../src/engine/engine.ts';
import type {InputOf, ResultOf} from '../../src/engine/kinds.ts';
import {computeHere} from './compute-here.ts';

/** An input as a caller writes it: what may be left out may be left out. */
type Said<I> = {[K in keyof I as undefined extends I[K] ? never : K]: I[K]} & {
  [K in keyof I as undefined extends I[K] ? K : never]?: I[K];
};

export const TOWN_FOLDER = join(import.meta.dirname, '..', '..', 'seeds', 'town');

/** A call that was refused although the test expected an answer: its sentence is the test's failure. */
export class Refused extends Error {
  readonly value: ErrorValue;
  constructor(name: string, value: ErrorValue) {
    super(`${name} was refused (${value.kind}): ${value.message}`);
    this.value = value;
  }
}

/**
 * A value as it comes out at the other end of the wire, which carries JSON and nothing but JSON. What would be lost or
 * changed on the way (NaN, infinities, maps, typed arrays) is a mistake wherever it stands.
 */
export function asSent(value: unknown, path: string): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${path} is ${value}`);
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      if (each === undefined) throw new Error(`${path}[${index}] is undefined`);
      asSent(each, `${path}[${index}]`);
    }
  } else if (typeof value === 'object' && value !== null) {
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`${path} is a ${value.constructor?.name}`);
    for (const [key, each] of Object.entries(value)) asSent(each, `${path}.${key}`);
  } else if (!['string', 'number', 'boolean', 'undefined'].includes(typeof value) && value !== null) {
    throw new Error(`${path} is a ${typeof value}`);
  }
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Somebody at an engine in this process, with a folder of their own: asks, is told news, picks files. */
export interface Planner {
  readonly engine: Engine;
  readonly folder: string;
  readonly news: News[];
  ask: <N extends CallName>(name: N, input: Said<InputOf<Api[N]>>) => Promise<ResultOf<Api[N]>>;
  /** The same with an id of its own, so that the call can be stopped. */
  askAs: <N extends CallName>(id: number, name: N, input: Said<InputOf<Api[N]>>) => Promise<ResultOf<Api[N]>>;
  /** The error of a call that has to be refused, whatever is sent along. */
  refusal: (name: string, input: unknown) => Promise<ErrorValue>;
  /** Writes a file and picks it. */
  file: (name: string, content: string | Uint8Array) => string;
  /** Picks a file by its path, whether or not it is there. */
  pick: (path: string) => string;
  path: (name: string) => string;
  /** Waits until some news has come that fits, from now on. */
  told: (fits: (news: News) => boolean) => Promise<News>;
  /** The same engine started anew over the same folder, as after a restart. `keep`: the working copy is kept, as after a crash. */
  leave: () => void;
}

export interface Desk {
  compute?: Compute;
  folder?: string;
  town?: string;
}

export function planner({compute = computeHere(), folder, town = TOWN_FOLDER}: Desk = {}): Planner {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'closer-'));
  const news: News[] = [];
  const waiting = new Set<{fits: (news: News) => boolean; resume: (news: News) => void}>();
  let clock = Date.UTC(2026, 0, 5, 9);
  let nextId = 1_000_000;
  const engine = createEngine({
    folder: join(home, 'app'),
    town,
    version: '0.1.0-test',
    compute,
    now() {
      clock += 1000;
      return new Date(clock).toISOString();
    },
    tell(each) {
      news.push(structuredClone(each));
      for (const one of waiting) {
        if (!one.fits(each)) continue;
        waiting.delete(one);
        one.resume(each);
      }
    },
  });

  async function askAs(id: number, name: string, input: unknown): Promise<unknown> {
    const reply = await engine.ask({id, name, input});
    if (!reply.ok) throw new Refused(name, reply.error);
    return asSent(reply.value, name);
  }

  const pick = (path: string): string => {
    const token = randomUUID();
    engine.grant(token, path);
    return token;
  };

  return {
    engine,
    folder: home,
    news,
    ask: ((name: string, input: unknown) => askAs(nextId++, name, input)) as Planner['ask'],
    askAs: askAs as Planner['askAs'],
    async refusal(name, input) {
      const reply = await engine.ask({id: nextId++, name, input});
      if (reply.ok) throw new Error(`${name} was answered: ${JSON.stringify(reply.value)?.slice(0, 300)}`);
      return reply.error;
    },
    file(name, content) {
      writeFileSync(join(home, name), content);
      return pick(join(home, name));
    },
    pick,
    path: (name) => join(home, name),
    told: (fits) => new Promise((resume) => waiting.add({fits, resume})),
    leave() {
      engine.close();
      if (folder === undefined) rmSync(home, {recursive: true, force: true});
    },
  };
}

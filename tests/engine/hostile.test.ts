import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {api} from '../../src/engine/api.ts';
import {answered, question} from './asking.ts';
import {settle} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';
import {survivesAt} from './survives.ts';

/** What a broken or hostile screen might send in the place of any field. */
const HOSTILE: unknown[] = [
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  -0,
  0.5,
  1e308,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  true,
  '',
  '   ',
  'x'.repeat(100_000),
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '../../../etc/passwd',
  "'; DROP TABLE site; --",
  '<img src=x onerror=alert(1)>',
  '=1+1',
  '\u0000',
  'a\ud800b',
  '‮evil',
  '🏥'.repeat(30),
  'as-now/a1/pharmacy',
  [],
  [[]],
  [null],
  ['a1', 'a1'],
  [-0.7, 52.6],
  [52.6, -0.7],
  [1e308, 1e308],
  {},
  {toString: 1},
  JSON.parse('{"__proto__": {"admin": true}}'),
  {length: 3},
];

/** A sound input for calls that have fields, so that one field at a time can be spoilt. */
const SOUND: Record<string, object> = {
  'project.create': {name: 'Other'},
  'project.rename': {name: 'Testham'},
  'project.open': {file: 'none'},
  'project.reopen': {token: 'recent-1'},
  'project.save': {to: 'none'},
  'evidence.inspect': {files: []},
  'evidence.import': {files: ['none']},
  'evidence.refusals': {source: 'none'},
  'evidence.goBack': {kind: 'residents'},
  'sites.add': {name: 'New', at: [-0.7, 52.6], standing: 'candidate', services: ['pharmacy'], option: 'as-now'},
  'sites.move': {site: 'b2', at: [-0.7, 52.6]},
  'sites.rename': {site: 'b2', name: 'New'},
  'sites.setStanding': {site: 'b2', standing: 'existing'},
  'sites.describe': {site: 'b2', giaM2: 10},
  'sites.remove': {site: 'b2'},
  'sites.close': {site: 'b2', option: 'as-now'},
  'sites.reopen': {site: 'b2', option: 'as-now'},
  'services.place': {service: 'dialysis', site: 'b2', option: 'as-now'},
  'services.withdraw': {service: 'pharmacy', site: 'c1', option: 'as-now'},
  'services.add': {name: 'New'},
  'services.edit': {service: 'dialysis', visitsPerYear: 100},
  'services.remove': {service: 'dialysis'},
  'options.add': {name: 'New'},
  'options.copy': {option: 'as-now', name: 'New'},
  'options.edit': {option: 'as-now', note: 'x'},
  'options.remove': {option: 'as-now'},
  'assumptions.set': {key: 'carbon-car', value: 0.1, reason: ''},
  'assumptions.reset': {key: 'carbon-car'},
  'travel.measure': {mode: 'walk'},
  'travel.status': {mode: 'walk'},
  'travel.catchment': {service: 'general-practice', site: 'a1', mode: 'walk'},
  'travel.route': {area: 'E01990009', site: 'a1', mode: 'walk'},
  'travel.bands': {site: 'a1', mode: 'walk', minutes: [5, 10]},
  'score.answer': {...question},
  'basemap.tile': {z: 3, x: 1, y: 2},
  'score.areas': {...question},
  'score.times': {...question},
  'journeys.ledger': {service: 'general-practice', site: 'b2', mode: 'walk'},
  'why.number': {measure: 'share', ...question},
  'export.write': {what: 'areas', to: 'none'},
  'measure.answer': {measure: 'closest', service: 'general-practice', mode: 'walk', within: 15},
  'search.sites': {problem: 'p-median', service: 'general-practice', mode: 'walk', open: 1, seconds: 0.2},
  'search.curve': {problem: 'p-median', service: 'general-practice', mode: 'walk', from: 1, to: 2, seconds: 0.2},
  'search.fair': {problem: 'p-median', service: 'general-practice', mode: 'walk', open: 1, seconds: 0.2},
  'search.stability': {problem: 'p-median', service: 'general-practice', mode: 'walk', open: 1, seconds: 0.2},
  'search.shown': {service: 'general-practice', mode: 'walk', sites: ['b2']},
  'search.adopt': {name: 'Found', service: 'general-practice', sites: ['b2']},
  'journeys.all': {mode: 'walk'},
  'colocation.answer': {mode: 'walk'},
  'duplication.list': {service: 'general-practice', mode: 'walk', within: 15},
  'duplication.intend': {service: 'pharmacy', site: 'c1', beside: 'a1', reason: 'Choice', reviewOn: '2027-01-01'},
  'duplication.forget': {service: 'pharmacy', site: 'c1', beside: 'a1'},
  'placements.describe': {service: 'pharmacy', site: 'c1', option: 'as-now', hours: 'Mo-Fr 09:00-17:00'},
  'export.measure': {measure: 'closest', service: 'general-practice', mode: 'walk', within: 15, to: 'none'},
  'export.duplicates': {service: 'general-practice', mode: 'walk', within: 15, to: 'none'},
  'export.journeys': {mode: 'walk', to: 'none'},
};

let at: Planner;
beforeAll(() => {
  at = planner();
});
afterAll(() => at.leave());

const survives = (name: string, input: unknown) => survivesAt(at, name, input);

/** The plan, whatever the order of its rows: one that was removed and brought back stands last. */
async function plan(): Promise<string> {
  const rows = Object.values(await at.ask('plan.read', {}));
  return JSON.stringify(rows.map((table) => table.map((row) => JSON.stringify(row)).sort()));
}

async function attack(name: string, inTown: boolean): Promise<void> {
  const fields = Object.keys(api[name as keyof typeof api].fields);
  const sound = SOUND[name] ?? {};
  const inputs: unknown[] = [...HOSTILE, {...sound, extra: 1}, sound];
  for (const field of fields) for (const value of HOSTILE) inputs.push({...sound, [field]: value});
  const before = inTown ? await plan() : '';
  for (const input of inputs) {
    const told = at.news.length;
    await survives(name, input);
    // A change that was taken can be taken back; one that was refused changed nothing.
    if (!at.news.slice(told).some(({news}) => news === 'changed')) continue;
    await at.ask(name === 'history.undo' ? 'history.redo' : 'history.undo', {});
    expect(await plan(), `${name} ${String(JSON.stringify(input)).slice(0, 200)}`).toBe(before);
  }
  if (inTown) expect(await plan(), name).toBe(before);
}

/** Calls that leave the project or stand alone are attacked while none is open. */
const LEAVING = ['project.create', 'project.sample', 'project.open', 'project.reopen', 'project.close', 'project.save'];
const NAMES = Object.keys(api);

describe('whatever is sent', () => {
  it.each([null, '', '__proto__', 'constructor', 'toString', 'sites', 'sites.add ', 5, {}, 'x'.repeat(1e5)])(
    'there is no call named %o',
    async (name) => {
      expect(await survives(name as string, {})).toBe(false);
    },
  );

  it('is answered or refused in a sentence while no project is open', async () => {
    for (const name of NAMES) {
      if (name === 'project.sample') continue;
      await attack(name, false);
      await at.ask('project.close', {discard: true});
    }
  });

  it('is answered or refused in a sentence in an empty project', async () => {
    await at.ask('project.create', {name: 'Empty'});
    for (const name of NAMES)
      if (!LEAVING.includes(name)) for (const input of [SOUND[name] ?? {}, ...HOSTILE]) await survives(name, input);
  });

  it('is answered or refused in a sentence in a whole town, and what is refused changes nothing', async () => {
    await settle(at);
    await answered(at);
    for (const name of NAMES) if (!LEAVING.includes(name)) await attack(name, true);
    expect((await answered(at)).audit).toMatchObject({residents: 6650, addsUp: true});
    expect(({} as {admin?: boolean}).admin).toBeUndefined();
  });
});

describe('every figure at the ends of what it can be', () => {
  it('gives answers that are numbers', async () => {
    await settle(at);
    for (const {key} of await at.ask('assumptions.list', {})) {
      for (const value of [0, 1e-9, 0.05, 0.5, 200, 1080, 1e6]) {
        if (!(await survives('assumptions.set', {key, value, reason: ''}))) continue;
        const mode = key.startsWith('speed-drive') ? 'drive' : 'walk';
        const shortcut = /^speed-/.test(key) && !/residential|factor|built/.test(key);
        if (!shortcut) {
          await at.ask('travel.measure', {mode});
          await survives('score.answer', {...question, mode});
          await survives('journeys.ledger', {service: 'dialysis', site: 'b2', mode});
        }
        await at.ask('history.undo', {});
      }
    }
  });
});

import {balanced, threeStep} from '../../core/access/competing-catchments.ts';
import type {Decay} from '../../core/access/decay.ts';
import {decayTable} from '../../core/access/decay.ts';
import {isNoAnswer, noAnswer} from '../../core/access/no-answer.ts';
import {RATIONAL_AGENTS, rationalAgents} from '../../core/access/rational-agents.ts';
import type {SupplyAccess, SupplyQuestion} from '../../core/access/supply.ts';
import {modifiedTwoStep, twoStep} from '../../core/access/two-step.ts';
import type {Job} from '../../core/job.ts';
import {siteName} from '../../domain/site-name.ts';
import {meanOf, NO_CAPACITY} from './access.ts';
import {capacities, type Ground} from './ground.ts';
import {type Taken, taken} from './taken.ts';

type Method = '2sfca' | 'e2sfca' | 'm2sfca' | '3sfca' | 'bfca';

const METHODS: Record<Method, {run: (question: SupplyQuestion) => Job<SupplyAccess>; unit: string}> = {
  '2sfca': {
    run: twoStep,
    unit: 'capacity a person',
  },
  e2sfca: {run: twoStep, unit: 'capacity a person'},
  m2sfca: {run: modifiedTwoStep, unit: 'capacity a person'},
  '3sfca': {run: threeStep, unit: 'capacity a person'},
  bfca: {
    run: balanced,
    unit: 'share of ratios',
  },
};

/** Thirds of the cutoff with the weights of Luo and Qi: 1, 0.68, 0.22. */
export function thirds(within: number): Extract<Decay, {form: 'stepped'}> {
  return {form: 'stepped', until: [within / 3, (2 * within) / 3, within], weights: [1, 0.68, 0.22]};
}

/** The decay in force: the one asked for, else the cutoff alone (2SFCA) or thirds of it. */
export function decayOf(ground: Ground, method: string): Decay {
  const {decay, within} = ground.asked;
  if (method === '2sfca' || within === 0) return {form: 'binary', cutoff: within};
  return decay ?? thirds(within);
}

export function* floatingCatchment(ground: Ground, method: Method): Job<Taken> {
  const {run, unit} = METHODS[method];
  const supply = capacities(ground);
  const {times, open, counted, ids, workspace} = ground;
  if (!supply.some((amount, site) => open[site] && amount > 0)) {
    return taken({unit, because: noAnswer('no-supply', NO_CAPACITY)});
  }
  const decay = decayOf(ground, method);
  const of = yield* run({times, open, demand: counted, supply, decay: decayTable(decay)});
  const mean = meanOf(of.perPerson, counted);
  const {audit} = of;
  const notes = [`Decay: ${said(decay)}.`];
  if (audit.sitesNotKnown > 0) notes.push(`${audit.sitesNotKnown} open sites state no capacity and take no part.`);
  if (audit.sitesOutOfReach > 0)
    notes.push(`${audit.sitesOutOfReach} sites are in nobody’s reach; theirs is not shared out.`);
  if (ground.asked.decay && method === '2sfca')
    notes.push('2SFCA takes the cutoff alone; ask for e2sfca with this decay.');
  return taken({
    value: mean,
    unit,
    values: [
      {key: 'mean', label: 'Mean over people', value: mean, unit},
      {key: 'supply', label: 'Capacity of open sites', value: audit.supply, unit: 'capacity'},
      {key: 'in-reach', label: 'of it in anyone’s reach', value: audit.supplyInReach, unit: 'capacity'},
      {key: 'expected', label: 'What must add up', value: audit.expected, unit: 'capacity'},
      {key: 'found', label: 'What was given out', value: audit.found, unit: 'capacity'},
    ],
    area: {
      values: of.perPerson,
      label: unit === 'share of ratios' ? 'Share of ratios' : 'Capacity a person',
      unit,
      isBurden: false,
    },
    supply: audit,
    because: mean === null ? noAnswer('no-residents') : null,
    tables: [
      {
        key: 'sites',
        title: 'By site: capacity a person who comes (R)',
        headings: ['Site', 'Capacity', 'R'],
        rows: [...open.keys()]
          .filter((site) => open[site])
          .map((site) => [
            siteName(workspace.plan, ids[site]!),
            Number.isNaN(supply[site]!) ? null : supply[site]!,
            of.perSite[site]!,
          ]),
      },
    ],
    notes,
  });
}

function said(decay: Decay): string {
  const {form, ...numbers} = decay;
  return `${form} (${Object.entries(numbers)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join('/') : value}`)
    .join(', ')})`;
}

export function* agents(ground: Ground): Job<Taken> {
  const {times, open, counted, ids, workspace, asked} = ground;
  const unit = 'units of average load';
  const tauMinutes = asked.tau ?? RATIONAL_AGENTS.tauMinutes;
  const of = yield* rationalAgents(
    {times, open, demand: counted, supply: capacities(ground)},
    {...RATIONAL_AGENTS, tauMinutes},
  );
  if (isNoAnswer(of)) return taken({unit, because: {...of, sentence: NO_CAPACITY}});
  const mean = meanOf(of.cost, counted);
  return taken({
    value: mean,
    unit,
    values: [
      {key: 'mean', label: 'Mean over people', value: mean, unit},
      {key: 'tau', label: 'τ', value: tauMinutes, unit: 'minutes'},
      {key: 'out-of-reach', label: 'People out of reach', value: of.peopleOutOfReach, unit: 'people'},
    ],
    area: {values: of.cost, label: 'Travel and crowding', unit, isBurden: true},
    tables: [
      {
        key: 'sites',
        title: 'People at each site',
        headings: ['Site', 'People'],
        rows: [...open.keys()]
          .filter((site) => open[site])
          .map((site) => [siteName(workspace.plan, ids[site]!), of.atSite[site]!]),
      },
    ],
    notes: ['Whole people move, as in the original, so counts under a hundred are rough.'],
  });
}

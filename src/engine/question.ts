import {PlanError} from '../domain/errors.ts';
import type {Travel} from '../domain/mode.ts';
import {travelOf} from '../domain/mode.ts';
import {AS_NOW} from '../domain/option.ts';
import type {Plan} from '../domain/plan.ts';
import {maybe, number, oneOf, text} from './fields.ts';
import {found} from './found.ts';
import type {TimesFrom} from './times-used.ts';
import type {TravelAsked} from './travel-asked.ts';
import {travelFields} from './travel-asked.ts';

export const timesField = oneOf('streets', 'imported', 'straight-line');

/** The fields of the question that drives the screen: a service, in an option, against another, by a mode, within minutes. */
export const questionFields = {
  service: text(80),
  option: maybe(text(80)),
  against: maybe(text(80)),
  ...travelFields,
  within: number(1, 600),
  /** 0 counts everyone alike; 1 counts only the most deprived fifth. */
  weight: maybe(number(0, 1)),
  /** Where the travel times come from; along streets, if not said. */
  times: maybe(timesField),
};

export interface Question extends Travel {
  service: string;
  serviceName: string;
  option: string;
  optionName: string;
  against: string;
  againstName: string;
  within: number;
  weight: number;
}

export interface Asked extends TravelAsked {
  service: string;
  option: string | undefined;
  against: string | undefined;
  within: number;
  weight: number | undefined;
  times?: TimesFrom | undefined;
}

/** The question with everything named in the plan, or a sentence that says what is not there. */
export function questionOf(plan: Plan, asked: Asked): Question {
  const option = optionNamed(plan, asked.option ?? AS_NOW);
  const against = optionNamed(plan, asked.against ?? AS_NOW);
  return {
    service: asked.service,
    serviceName: found(plan, 'service', asked.service).name,
    option: option.id,
    optionName: option.name,
    against: against.id,
    againstName: against.name,
    ...travelOf(asked),
    within: asked.within,
    weight: asked.weight ?? 0,
  };
}

/** An option by its id or by the name a planner gave it. */
export function optionNamed(plan: Plan, idOrName: string): {id: string; name: string} {
  const byId = plan.option.get(idOrName);
  if (byId) return byId;
  const same = [...plan.option.values()].filter((each) => each.name.toLowerCase() === idOrName.toLowerCase());
  if (same.length === 1) return same[0]!;
  if (same.length > 1) {
    const ids = same.map((each) => each.id).join(', ');
    throw new PlanError(
      'invalid',
      `${same.length} options are called “${idOrName}”. Name one by its id: ${ids}.`,
      'option',
    );
  }
  const names = [...plan.option.values()].map((each) => each.name).join(', ');
  throw new PlanError('missing', `There is no option “${idOrName}” in this project. There are: ${names}.`, 'option');
}

/** A site by its id, its publisher's code or its name. */
export function siteNamed(plan: Plan, wanted: string): {id: string; name: string} {
  const byId = plan.site.get(wanted);
  if (byId) return byId;
  const key = wanted.toLowerCase();
  const same = [...plan.site.values()].filter(
    (each) => each.name.toLowerCase() === key || each.code.toLowerCase() === key,
  );
  if (same.length === 1) return same[0]!;
  if (same.length > 1) {
    const ids = same.map((each) => each.id).join(', ');
    throw new PlanError(
      'invalid',
      `${same.length} sites are called “${wanted}”. Name one of them by its id: ${ids}.`,
      'site',
    );
  }
  throw new PlanError(
    'missing',
    `There is no site “${wanted}” in this project. List them with “closer export --what sites”.`,
    'site',
  );
}

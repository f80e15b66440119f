import type {Decay} from '../../core/access/decay.ts';
import {badDecay, DECAY_FORMS} from '../../core/access/decay.ts';
import {PlanError} from '../../domain/errors.ts';
import type {Field, Input} from '../fields.ts';
import {flag, list, maybe, number, oneOf, text, words} from '../fields.ts';
import {timesField} from '../question.ts';
import {travelFields} from '../travel-asked.ts';

/** A decay as it comes in: the form, and its numbers by their names. */
export function decayField(): Field<Decay> {
  return {
    parse(value, at) {
      const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
      const form = DECAY_FORMS.find((each) => each.form === given.form);
      if (!form) {
        const forms = DECAY_FORMS.map((each) => each.form).join(', ');
        throw new PlanError('invalid', `“${at}” needs a form, one of: ${forms}.`, at);
      }
      const wanted = DECAY_NUMBERS[form.form];
      const numbers = Object.fromEntries(
        wanted.map((key) => {
          const each = given[key];
          const isList = form.form === 'stepped';
          const right = isList
            ? Array.isArray(each) && each.every((one) => typeof one === 'number' && Number.isFinite(one))
            : typeof each === 'number' && Number.isFinite(each);
          if (!right) {
            const what = isList ? 'a list of numbers' : 'a number';
            throw new PlanError('invalid', `The decay “${form.form}” needs “${key}”, ${what}.`, at);
          }
          return [key, each];
        }),
      );
      const decay = {form: form.form, ...numbers} as unknown as Decay;
      const wrong = badDecay(decay);
      if (wrong) throw new PlanError('invalid', wrong, at);
      return decay;
    },
  };
}

/** The numbers that each form of decay takes. */
export const DECAY_NUMBERS: Record<Decay['form'], readonly string[]> = {
  binary: ['cutoff'],
  linear: ['cutoff'],
  exponential: ['rate'],
  'inverse-power': ['power'],
  logistic: ['inflection', 'deviation'],
  stepped: ['until', 'weights'],
  gaussian: ['deviation'],
  'gaussian-to-nought': ['cutoff'],
  gravity: ['least', 'scale', 'power'],
};

/** What every measure is asked with; those that a measure has no use for are left alone. */
export const measureFields = {
  measure: text(40),
  service: text(80),
  option: maybe(text(80)),
  against: maybe(text(80)),
  ...travelFields,
  within: number(0, 1080),
  times: maybe(timesField),
  /** Everyone, or the service's expected users. */
  people: maybe(oneOf('residents', 'users')),
  /** `imd`, a domain such as `income`, or `own:COLUMN`. */
  lens: maybe(text(120)),
  /** Larger areas to add up by: `ward`, `district`, or a column of words of the planner's own. */
  by: maybe(text(120)),
  /** Which choice of site the time is to: 2 is the second closest. */
  k: maybe(number(1, 50)),
  decay: maybe(decayField()),
  /** What a site offers where no capacity is stated: nothing known, or one each. */
  capacity: maybe(oneOf('stated', 'one-each')),
  /** RAAM: minutes that weigh as much as an average load. */
  tau: maybe(number(1, 1080)),
  /** Equity and inequality: of which measure by area (minutes to the closest site, if not said). */
  of: maybe(text(40)),
  groups: maybe(oneOf('fifths', 'local-fifths', 'local-tenths', 'areas')),
  /** Erreygers: the upper bound, from 0. */
  most: maybe(number(0.001, 1_000_000)),
  /** Poverty: the line, in the unit of the measure. */
  line: maybe(number(0, 1_000_000)),
  /** Kolm-Pollak: below 0. */
  aversion: maybe(number(-100, -0.000001)),
  /** Journeys: the share of legs that no longer occur in the option. */
  shareAvoided: maybe(number(0, 1)),
  /** Admissions: the column of admissions a year by area, the range, and where it comes from. */
  baseline: maybe(text(120)),
  low: maybe(number(0, 100)),
  central: maybe(number(0, 100)),
  high: maybe(number(0, 100)),
  source: maybe(words(500)),
  /** Together: the services of the bundle, β, and the share of the smallest one's users who use them all. */
  services: maybe(list(text(80), 40)),
  sameDayShare: maybe(number(0, 1)),
  shareOfBoth: maybe(number(0, 1)),
  /** Duplicates: the least overlap, and whether a second provider is a goal. */
  overlap: maybe(number(0, 1)),
  choiceIsGoal: maybe(flag()),
};

export type MeasureAsked = Input<typeof measureFields>;

/** The same, where only what every question needs has to be said. */
export type MeasureSaid = Pick<MeasureAsked, 'service' | 'mode' | 'within'> & Partial<MeasureAsked>;

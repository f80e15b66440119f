import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import {opened} from './context.ts';
import {list, maybe, number, text} from './fields.ts';
import {found} from './found.ts';
import {query} from './kinds.ts';
import {groundOf} from './measures/ground.ts';
import {
  type BundleAnswer,
  bundle,
  SAME_DAY_SHARE,
  SHARE_OF_BOTH,
  type Together,
  togetherIn,
} from './measures/together.ts';
import {optionNamed, timesField} from './question.ts';
import type {SourceUsed} from './sources.ts';
import {sourcesUsed} from './sources.ts';
import type {NotYet} from './standings.ts';
import type {TimesUsed} from './times-used.ts';
import {travelFields} from './travel-asked.ts';

export interface ColocationAnswer {
  state: 'ready';
  option: string;
  optionName: string;
  against: string;
  againstName: string;
  now: Together;
  before: Together;
  /** What people who use all services of the bundle save, and the same as β goes from 0 to 1; null if none was named. */
  bundle: {option: BundleAnswer; against: BundleAnswer; byBeta: BundleAnswer[]; extraTripsSaved: number} | null;
  notes: string[];
  times: TimesUsed | null;
  sources: SourceUsed[];
  version: string;
}

const BETAS = [0, 0.25, 0.5, 0.75, 1];

export const colocation = {
  /** How services stand together, and what a bundle of them saves. The bundle alone needs a mode. */
  'colocation.answer': query(
    {
      option: maybe(text(80)),
      against: maybe(text(80)),
      services: maybe(list(text(80), 40)),
      ...travelFields,
      mode: maybe(travelFields.mode),
      times: maybe(timesField),
      sameDayShare: maybe(number(0, 1)),
      shareOfBoth: maybe(number(0, 1)),
    },
    (
      context,
      {services, mode, time, stepFree, times, sameDayShare, shareOfBoth, ...asked},
    ): ColocationAnswer | NotYet => {
      const workspace = opened(context);
      const {plan} = workspace;
      const option = optionNamed(plan, asked.option ?? AS_NOW);
      const against = optionNamed(plan, asked.against ?? AS_NOW);
      const whole = {
        state: 'ready' as const,
        option: option.id,
        optionName: option.name,
        against: against.id,
        againstName: against.name,
        now: togetherIn(plan, option.id),
        before: togetherIn(plan, against.id),
        notes: [
          'Sharing an address is not integration: journeys combine from level 1 (same site), integration is claimed from level 2.',
          'β (visits on the same day) and the share who use all services are assumptions that nobody has measured.',
        ],
        sources: sourcesUsed(workspace),
        version: context.version,
      };
      const wanted = [...new Set(services ?? [])];
      for (const key of wanted) found(plan, 'service', key);
      if (wanted.length === 0) return {...whole, bundle: null, times: null};
      if (wanted.length === 1)
        throw new PlanError('invalid', 'A bundle has two or more services. Name another.', 'services');
      if (!mode) throw new PlanError('invalid', 'Say by which mode people come: drive, walk or cycle.', 'mode');
      const asking = {
        service: wanted[0]!,
        mode,
        time,
        stepFree,
        within: 600,
        option: option.id,
        against: against.id,
        ...(times && {times}),
      };
      const ground = groundOf(context, asking);
      if ('state' in ground) return ground;
      const share = sameDayShare ?? SAME_DAY_SHARE;
      const both = shareOfBoth ?? SHARE_OF_BOTH;
      const at = (where: string, beta: number) => bundle(ground, where, wanted, beta, both);
      const [then, before] = [at(option.id, share), at(against.id, share)];
      return {
        ...whole,
        bundle: {
          option: then,
          against: before,
          byBeta: BETAS.map((beta) => at(option.id, beta)),
          extraTripsSaved: then.tripsSaved - before.tripsSaved,
        },
        times: ground.standing.times,
      };
    },
  ),
};

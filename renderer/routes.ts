import type {ErrorValue} from '../src/domain/errors.ts';
import {AS_NOW} from '../src/domain/option.ts';
import {useAnswer} from './answers.ts';
import type {AskedQuestion, CallResult} from './contract.ts';
import {useView} from './state/view.ts';
import {travelAsked} from './travel.ts';

type Route = CallResult<'travel.route'>;

/** The way asked for in the option of the question and, where it is held against another, in that one. */
export interface Routes {
  after: Route | null;
  before: Route | null;
  error: ErrorValue | null;
}

function routeQuestion(question: AskedQuestion, area: string, site: string, option: string) {
  return {area, site, option, ...travelAsked(question)};
}

export function useRoutes(): Routes {
  const drawn = useView((view) => view.drawn);
  const question = useView((view) => view.question);
  const asked = drawn?.what === 'route' && question ? drawn : null;
  const option = question?.option ?? AS_NOW;
  const against = question?.against ?? AS_NOW;
  const after = useAnswer('travel.route', asked && question && routeQuestion(question, asked.area, asked.site, option));
  const before = useAnswer(
    'travel.route',
    asked && question && against !== option ? routeQuestion(question, asked.area, asked.site, against) : null,
  );
  return {
    after: asked ? (after.value ?? null) : null,
    before: asked && against !== option ? (before.value ?? null) : null,
    error: after.error ?? before.error,
  };
}

import {AS_NOW} from '../../src/domain/option.ts';
import {isOffered} from '../../src/domain/placement.ts';
import {useAnswer} from '../answers.ts';
import {type Standing, useStanding} from '../score.ts';
import {useMirror} from '../state/plan.ts';
import {useView} from '../state/view.ts';
import type {Duplication, MeasureAnswer, MeasureListed, MeasureReply} from './answer.ts';
import {duplicationAsked, measureAsked} from './measure-asked.ts';

const NONE: readonly MeasureListed[] = [];

function answerOf(reply: MeasureReply): MeasureAnswer {
  return (reply as Extract<MeasureReply, {state: 'ready'}>).answer;
}

export function useMeasures(): readonly MeasureListed[] {
  return useAnswer('measures.list', {}).value ?? NONE;
}

/** The chosen measure of the question above. */
export function useMeasure(listed: MeasureListed | undefined): Standing<MeasureAnswer> {
  const question = useView((view) => view.question);
  const wish = useView((view) => view.measure);
  return useStanding(
    useAnswer('measure.answer', question && listed ? measureAsked(question, wish, listed) : null),
    answerOf,
  );
}

/** The duplicates of the service in question; doing without a site is asked only where that site offers it. */
export function useDuplication(): Standing<Duplication> {
  const question = useView((view) => view.question);
  const site = useView((view) => view.without);
  const offers = useMirror(({plan}) => {
    if (!question || site === null) return false;
    const alike = plan.service.get(question.service)?.alike ?? '';
    return [...plan.service.values()].some(
      (each) =>
        (each.id === question.service || (alike !== '' && each.alike === alike)) &&
        isOffered(plan, question.option ?? AS_NOW, site, each.id),
    );
  });
  return useStanding(
    useAnswer('duplication.list', question && duplicationAsked(question, offers ? site : null)),
    (reply) => reply as Duplication,
  );
}

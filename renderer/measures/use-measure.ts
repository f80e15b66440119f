import {AS_NOW} from '../../src/domain/option.ts';
import {isOffered} from '../../src/domain/placement.ts';
import {useAnswer} from '../answers.ts';
import {type Standing, useStanding} from '../score.ts';
import {useMirror} from '../state/plan.ts';
import {useView} from '../state/view.ts';
import type {Duplication, JourneysAll, MeasureAnswer, MeasureListed, MeasureReply, Together} from './answer.ts';
import {duplicationAsked, journeysAsked, measureAsked, togetherAsked} from './measure-asked.ts';

const NONE: readonly MeasureListed[] = [];

function answerOf(reply: MeasureReply): MeasureAnswer {
  return (reply as Extract<MeasureReply, {state: 'ready'}>).answer;
}

export function useMeasures(): readonly MeasureListed[] {
  return useAnswer('measures.list', {}).value ?? NONE;
}

/** Does the chosen measure, or the one that it is asked of, count the nearer for more? */
export function takesDecay(chosen: MeasureListed, listed: readonly MeasureListed[], of: string): boolean {
  return chosen.takesDecay || (chosen.takesOf && listed.some((each) => each.key === of && each.takesDecay));
}

/** The chosen measure of the question above, with what the engine was asked. */
export function useMeasure(chosen: MeasureListed | undefined, listed: readonly MeasureListed[]) {
  const question = useView((view) => view.question);
  const wish = useView((view) => view.measure);
  const shareAvoided = useView((view) => view.shareAvoided);
  const asked =
    question && chosen
      ? measureAsked(question, wish, chosen, {decays: takesDecay(chosen, listed, wish.of), shareAvoided})
      : null;
  const standing: Standing<MeasureAnswer> = useStanding(useAnswer('measure.answer', asked), answerOf);
  return {standing, asked};
}

/** How services stand together, and what the bundle saves. */
export function useTogether(): Standing<Together> {
  const question = useView((view) => view.question);
  const wish = useView((view) => view.measure);
  const answered = useAnswer('colocation.answer', question && togetherAsked(question, wish));
  return useStanding(answered, (reply) => reply as Together);
}

/** The ledgers of all services; what each opening would save only where it is wanted. */
export function useJourneys(openings: boolean): Standing<JourneysAll> {
  const question = useView((view) => view.question);
  const wish = useView((view) => view.measure);
  const shareAvoided = useView((view) => view.shareAvoided);
  const asked = question && journeysAsked(question, wish, {shareAvoided, openings});
  return useStanding(useAnswer('journeys.all', asked), (reply) => reply as JourneysAll);
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

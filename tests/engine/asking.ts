import type {Answer} from '../../src/engine/answer-shape.ts';
import type {Planner} from './planner.ts';

/**
 * The question of most tests: walking to a surgery within 15 minutes. In the town of nine areas a street takes twelve and
 * a half. Residents row by row from the south-west: 1000 500 750 · 400 0 700 · 400 1400 1500; the last two areas are the
 * most deprived fifth.
 */
export const question = {service: 'general-practice', mode: 'walk', within: 15} as const;

/** The answer as it is now. */
export async function ready(at: Planner, said: object = {}): Promise<Answer> {
  const scored = await at.ask('score.answer', {...question, ...said});
  if (scored.state !== 'ready') throw new Error(`Not ready: ${JSON.stringify(scored)}`);
  return scored.answer;
}

/** The answer, waited for where it has to be measured first. */
export async function answered(at: Planner, said: object = {}): Promise<Answer> {
  const told = at.told(({news}) => news === 'measured');
  const scored = await at.ask('score.answer', {...question, ...said});
  if (scored.state === 'waiting') await told;
  return ready(at, said);
}

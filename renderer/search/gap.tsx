import {useEffect, useState} from 'react';
import {ask} from '../bridge.ts';
import {Button} from '../parts/button.tsx';
import {hasSomething, type Job, stop} from '../state/work.ts';
import {count, decimal} from '../words/numbers.ts';

/** The searches under way end with what they have. */
export function enough(): void {
  void ask('search.enough', {});
}

/**
 * A search as it runs: its best answer, how good any answer could be, the gap between them closing, and a way to end it.
 * Once there is an answer, ending keeps it and its gap; before, there is nothing to keep.
 */
export function SearchGap({job}: {job: Job}) {
  const seconds = useSeconds(job.began);
  const {objective, bound, doing} = job;
  const gap =
    objective === null || bound === null ? null : Math.abs(objective - bound) / Math.max(Math.abs(objective), 1e-9);
  const figure = objective !== null && Math.abs(objective) < 1000 ? decimal : count;
  return (
    <section className="search-foot search-gap" aria-label="How the search goes">
      <GapLine gap={gap} />
      <p className="small number" aria-live="off">
        {objective === null ? (
          doing
        ) : (
          <>
            Best so far <strong>{figure(objective)}</strong>
            {bound !== null && <>, none can be better than {figure(bound)}</>}
            {gap !== null && <>: within {gapText(gap)}</>}
          </>
        )}{' '}
        <span className="quiet">{seconds} s</span>
        {objective !== null && doing !== SEARCHING && <span className="quiet block">{doing}</span>}
      </p>
      <div className="row">
        <Button look={hasSomething(job) ? 'strong' : 'plain'} onPress={() => stop(job)}>
          {hasSomething(job) ? 'Good enough' : 'Stop'}
        </Button>
      </div>
    </section>
  );
}

const SEARCHING = 'Searching';

/** From a gap of the whole at the left end to a ten thousandth near the right; each quarter is ten times closer. */
const DECADES = 4;

/** How far from the best possible an answer is: the line closes as the gap does, and is full where it is proven. */
export function GapLine({gap}: {gap: number | null}) {
  const closed =
    gap === null ? 0 : gap === 0 ? 1 : Math.min(0.99, Math.max(0, -Math.log10(Math.min(1, gap)) / DECADES));
  return (
    <meter
      className="gap-line"
      aria-label="How close to the best possible"
      aria-valuetext={gap === null ? 'not known yet' : gap === 0 ? 'proven best' : `within ${gapText(gap)}`}
      min={0}
      max={1}
      value={closed}
    />
  );
}

export function gapText(gap: number): string {
  return gap === 0 ? '0%' : `${Number((gap * 100).toPrecision(2))}%`;
}

function useSeconds(began: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.round((now - began) / 1000));
}

import {useEffect, useState} from 'react';
import {ask} from '../bridge.ts';
import {Button} from '../parts/button.tsx';
import type {Job} from '../state/work.ts';
import {count} from '../words/numbers.ts';

/** A search as it runs: its best answer, how good any answer could be, the gap between them closing, and ways to end it. */
export function SearchGap({job}: {job: Job}) {
  const seconds = useSeconds(job.began);
  const {objective, bound, doing} = job;
  const gap =
    objective === null || bound === null ? null : Math.abs(objective - bound) / Math.max(Math.abs(objective), 1e-9);
  return (
    <section className="search-gap" aria-label="How the search goes">
      <GapLine gap={gap} />
      <p className="small number" aria-live="off">
        {objective === null ? (
          doing
        ) : (
          <>
            Best so far {count(objective)}
            {bound !== null && <>, none can be better than {count(bound)}</>}
            {gap !== null && <>: within {gapText(gap)}</>}
          </>
        )}{' '}
        <span className="quiet">{seconds} s</span>
      </p>
      <div className="row">
        <Button onPress={() => void ask('search.enough', {})}>Good enough</Button>
        <Button look="quiet" onPress={job.cancel}>
          Stop
        </Button>
      </div>
    </section>
  );
}

/** How far from the best possible an answer is: the line is full where it is proven. */
export function GapLine({gap}: {gap: number | null}) {
  const proven = gap === null ? 0 : Math.max(0, 1 - gap);
  return (
    <meter className="gap-line" aria-label="How much of the best possible is proven" min={0} max={1} value={proven} />
  );
}

export function gapText(gap: number): string {
  return gap === 0 ? '0 %' : `${(gap * 100).toPrecision(2)} %`;
}

function useSeconds(began: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.round((now - began) / 1000));
}

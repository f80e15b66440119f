import {useEffect, useState} from 'react';
import {Progress} from '../parts/progress.tsx';
import {useWork} from '../state/work.ts';

/** What takes less than this is never shown as work. */
const SHOW_AFTER_MS = 300;

/** A thin line under the bar while anything is being worked out. */
export function ThinProgress() {
  const job = useWork((work) => work.jobs[0]);
  const measuring = useWork((work) => work.measuring);
  const doing = job ?? measuring;
  const [shown, setShown] = useState(false);
  const busy = doing != null;
  useEffect(() => {
    if (!busy) return setShown(false);
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!doing || !shown) return null;
  return (
    <div className="thin-progress">
      <Progress label={doing.doing} done={doing.done} of={doing.of} />
    </div>
  );
}

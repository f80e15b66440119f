import {useEffect, useState} from 'react';
import {runAction} from '../actions/all.ts';
import {Button} from '../parts/button.tsx';
import {Empty} from '../parts/empty.tsx';
import {Progress} from '../parts/progress.tsx';
import type {Standing} from '../score.ts';
import {changeQuestion, showPanel} from '../state/view.ts';
import {useWork} from '../state/work.ts';
import {capital, evidenceWords, WHERE_TO_GET} from '../words/sentences.ts';

/** Why there is no answer, or none that is current: evidence to bring, times being measured, or trouble. */
export function NotYet({standing}: {standing: Standing<unknown>}) {
  const measuring = useWork((work) => work.measuring);
  const {is, needs, error, answer} = standing;
  const slow = useSlow(is === 'waiting');
  const onlyStreets = needs.length === 1 && needs[0] === 'streets';
  if (is === 'needs') {
    return (
      <Empty title="An answer needs a little more">
        <ul className="needs-list">
          {needs.map((need) => (
            <li key={need}>
              <strong>{capital(evidenceWords(need))}</strong>
              <span className="quiet small">{WHERE_TO_GET[need]}</span>
            </li>
          ))}
        </ul>
        <div className="button-row">
          <Button look="strong" onPress={() => showPanel('evidence')}>
            Bring evidence
          </Button>
          {onlyStreets ? (
            <Button onPress={() => changeQuestion({times: 'straight-line'})}>Straight lines for a first look</Button>
          ) : (
            <Button onPress={() => runAction('project.sample')}>See the sample town</Button>
          )}
        </div>
      </Empty>
    );
  }
  if (is === 'trouble') {
    return (
      <div className="error-summary" role="alert">
        <h3>There is a problem</h3>
        <p>{error?.kind === 'bug' ? 'Something went wrong in the planner. Your work is safe.' : error?.message}</p>
      </div>
    );
  }
  if (is === 'waiting' && (slow || !answer)) {
    return (
      <div className="measuring" role="status">
        <span>{measuring?.doing ?? 'Measuring travel times'}</span>
        <Progress label="Measuring travel times" done={measuring?.done ?? 0} of={measuring?.of ?? 0} />
        {answer !== null && <span className="quiet small">Below is the answer of before.</span>}
      </div>
    );
  }
  return null;
}

/** True once something has gone on for longer than a person takes for at once. */
function useSlow(going: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!going) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, [going]);
  return slow;
}

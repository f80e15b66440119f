import type {CallResult} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {useMirror} from '../state/plan.ts';
import {changeQuestion} from '../state/view.ts';

type Times = Extract<CallResult<'score.answer'>, {state: 'ready'}>['answer']['times'];

/** Where travel times come from, said before any number that rests on them, unless it is the streets. */
export function TimesLabel({times}: {times: Times | null}) {
  const hasStreets = useMirror((mirror) => 'streets' in (mirror.state?.open?.evidence ?? {}));
  if (!times || times.from === 'streets') return null;
  return (
    <div className="inset">
      <p>{times.label}.</p>
      {hasStreets && (
        <Button look="quiet" onPress={() => changeQuestion({times: 'streets'})}>
          Search along streets
        </Button>
      )}
    </div>
  );
}

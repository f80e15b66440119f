import {NumberBox} from '../parts/field.tsx';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {PriorityChooser} from './priority-chooser.tsx';

/** Where people matter more, and how much. */
export function PriorityDemand({wish}: {wish: SearchWish}) {
  return (
    <>
      <PriorityChooser chosen={wish.priority} onChoose={(priority) => wishFor({priority})} />
      {wish.priority.length > 0 && (
        <NumberBox
          label="Each resident there counts"
          unit="times"
          value={wish.priorityCount}
          minValue={1}
          maxValue={1000}
          onChange={(priorityCount) => wishFor({priorityCount})}
        />
      )}
    </>
  );
}

import {NumberBox} from '../parts/field.tsx';
import {Segments} from '../parts/segments.tsx';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {isTimed} from './asked.ts';

/** In what journeys are measured, how long the search may take, and what is told besides the best answer. */
export function CountingDemand({wish}: {wish: SearchWish}) {
  const {goal, measure, nearestFirst, seconds, others, room} = wish;
  return (
    <>
      {goal !== 'apart' && !isTimed(wish) && (
        <Segments
          label="Journeys are measured in"
          choices={[
            {name: 'minutes', title: 'Minutes'},
            {name: 'kilometres', title: 'Kilometres'},
          ]}
          chosen={measure}
          onChoose={(next) => wishFor({measure: next})}
        />
      )}
      {(goal === 'shortest' || goal === 'close') && !room && (
        <label className="check">
          <input
            type="checkbox"
            checked={nearestFirst}
            onChange={(event) => wishFor({nearestFirst: event.target.checked})}
          />
          Look at each area’s nearest sites first
        </label>
      )}
      <label className="check">
        <input type="checkbox" checked={others} onChange={(event) => wishFor({others: event.target.checked})} />
        The next two and the most different answer as well
      </label>
      <NumberBox
        label="Search for at most"
        unit="seconds"
        value={seconds}
        minValue={1}
        maxValue={3600}
        onChange={(next) => wishFor({seconds: next})}
      />
    </>
  );
}

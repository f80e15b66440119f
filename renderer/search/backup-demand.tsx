import {Segments} from '../parts/segments.tsx';
import {Slider} from '../parts/slider.tsx';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {looksAtRoom} from './asked.ts';

/** A second site within the minutes, for when the first is full or closed. */
export function BackupDemand({wish, within}: {wish: SearchWish; within: number}) {
  const {goal, backup, theta, asFewAsWillDo, leaveOut} = wish;
  return (
    <>
      {looksAtRoom(wish) ? (
        <p className="quiet small">Where room decides, a second site is not looked at.</p>
      ) : (
        <label className="check">
          <input type="checkbox" checked={backup} onChange={(event) => wishFor({backup: event.target.checked})} />A
          second site within {within} minutes counts too
        </label>
      )}
      {backup && goal === 'most-people' && (
        <>
          <Slider
            label="Weight of the first site (θ)"
            value={theta}
            least={0}
            onChange={(next) => wishFor({theta: next})}
          />
          <p className="quiet small">The rest is the weight of having a second one.</p>
        </>
      )}
      {goal === 'everyone' && (
        <>
          {backup && !looksAtRoom(wish) && (
            <Segments
              label="How many sites"
              choices={[
                {name: 'fewest', title: 'As few as will do'},
                {name: 'said', title: 'A number I say'},
              ]}
              chosen={asFewAsWillDo ? 'fewest' : 'said'}
              onChoose={(chosen) => wishFor({asFewAsWillDo: chosen === 'fewest'})}
            />
          )}
          <label className="check">
            <input type="checkbox" checked={leaveOut} onChange={(event) => wishFor({leaveOut: event.target.checked})} />
            Leave out areas that no site could cover
          </label>
        </>
      )}
    </>
  );
}

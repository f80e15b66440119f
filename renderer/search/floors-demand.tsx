import {NumberBox} from '../parts/field.tsx';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';

const FLOORS = [
  {key: 'floorAll', label: 'Of residents'},
  {key: 'floorDeprived', label: 'Of the most deprived fifth'},
  {key: 'floorPriority', label: 'Of the priority areas'},
] as const;

/** At least such shares of people within the minutes, whatever else is best. */
export function FloorsDemand({wish, within}: {wish: SearchWish; within: number}) {
  return (
    <>
      {FLOORS.filter(({key}) => key !== 'floorPriority' || wish.priority.length > 0).map(({key, label}) => (
        <NumberBox
          key={key}
          label={`${label}, at least`}
          unit="%"
          value={wish[key] === null ? Number.NaN : Math.round(wish[key] * 1e5) / 1e3}
          minValue={0}
          maxValue={100}
          onChange={(share) => wishFor({[key]: share / 100})}
          onClear={() => wishFor({[key]: null})}
        />
      ))}
      <NumberBox
        label="Within"
        unit="minutes"
        value={wish.floorWithin ?? within}
        minValue={1}
        maxValue={600}
        onChange={(minutes) => wishFor({floorWithin: minutes === within ? null : minutes})}
        onClear={() => wishFor({floorWithin: null})}
      />
      <p className="quiet small">An empty share is no floor.</p>
    </>
  );
}

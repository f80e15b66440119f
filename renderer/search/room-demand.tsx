import {NumberBox} from '../parts/field.tsx';
import {useMirror} from '../state/plan.ts';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {count} from '../words/numbers.ts';
import type {Choices} from './demands.tsx';
import {SiteChooser} from './site-chooser.tsx';

/** People go where there is room. Says plainly of which sites no size is known. */
export function RoomDemand({wish, choices}: {wish: SearchWish; choices: Choices | undefined}) {
  const {goal, alongside, room, rooms, roomElse, roomTimes} = wish;
  const sites = useMirror((mirror) => mirror.plan.site);
  if (!['shortest', 'close', 'everyone'].includes(goal))
    return (
      <p className="quiet small">
        Room goes with shortest journeys, with everyone within the minutes, and with closing. Choose one of these first.
      </p>
    );
  if (alongside.length > 0)
    return <p className="quiet small">Room is known for one service at a time. Take the other services off first.</p>;
  const named = Object.keys(rooms);
  const missing = choices ? choices.sites - choices.withRoom : 0;
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={room} onChange={(event) => wishFor({room: event.target.checked})} />
        Send people only where there is room
      </label>
      {room && choices && (
        <>
          <p className={missing > named.length && roomElse === null ? 'field-problem small' : 'quiet small'}>
            {choices.withRoom === 0
              ? `None of the ${count(choices.sites)} sites has a size. `
              : `${count(choices.withRoom)} of ${count(choices.sites)} sites have a size, together for ${count(choices.room)} of ${count(choices.residents)} residents. `}
            {missing > 0 && 'Say one for the others here, or give them visits a year on a site’s card.'}
          </p>
          <NumberBox
            label="Any other site has room for"
            unit="residents"
            value={roomElse ?? Number.NaN}
            minValue={0}
            onChange={(residents) => wishFor({roomElse: residents})}
            onClear={() => wishFor({roomElse: null})}
          />
          <SiteChooser
            label="A site of another size"
            chosen={named}
            onChoose={(chosen) =>
              wishFor({rooms: Object.fromEntries(chosen.map((id) => [id, rooms[id] ?? roomElse ?? 0]))})
            }
          />
          {named.map((id) => (
            <NumberBox
              key={id}
              label={`${sites.get(id)?.name ?? id} has room for`}
              unit="residents"
              value={rooms[id]!}
              minValue={0}
              onChange={(residents) => wishFor({rooms: {...rooms, [id]: residents}})}
            />
          ))}
          <NumberBox
            label="More room everywhere"
            unit="%"
            value={Math.round((roomTimes - 1) * 1e5) / 1e3}
            minValue={-99}
            maxValue={900}
            onChange={(more) => wishFor({roomTimes: 1 + more / 100})}
          />
        </>
      )}
    </>
  );
}

import type {AskedQuestion, CallResult} from '../contract.ts';
import {useMirror} from '../state/plan.ts';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {percent, plural, pounds} from '../words/numbers.ts';
import {floorsIn, isWorth, looksAtRoom} from './asked.ts';
import {BackupDemand} from './backup-demand.tsx';
import {CountingDemand} from './counting-demand.tsx';
import {Demand} from './demand.tsx';
import {FloorsDemand} from './floors-demand.tsx';
import {GroupsDemand} from './groups-demand.tsx';
import {MoneyDemand} from './money-demand.tsx';
import {PriorityDemand} from './priority-demand.tsx';
import {RoomDemand} from './room-demand.tsx';
import {listed} from './sentence.ts';
import {ServicesDemand} from './services-demand.tsx';
import {SitesDemand} from './sites-demand.tsx';

export type Choices = CallResult<'search.choices'>;

/** What is demanded of each sort, in short; empty where nothing is. */
function demanded(wish: SearchWish) {
  const named = wish.mustBeOpen.length + wish.mustNotBeUsed.length;
  const sites = [named > 0 && `${named} named`, wish.among === 'candidates' && wish.goal !== 'close' && 'not as now'];
  const money = [wish.budget !== null && pounds(wish.budget), isWorth(wish) && 'weighed'];
  const counting = [
    wish.measure === 'kilometres' && 'kilometres',
    wish.nearestFirst && 'nearest first',
    wish.others && 'other answers',
  ];
  const backup = wish.goal === 'most-people' || wish.goal === 'everyone';
  const some = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(', ');
  return {
    services: wish.goal === 'close' ? '' : wish.alongside.length > 0 ? `and ${wish.alongside.length} more` : '',
    sites: some(sites),
    groups: wish.groups.length > 0 ? plural(wish.groups.length, 'limit') : '',
    priority: listed(wish.priority),
    floors: listed(floorsIn(wish).map(({share}) => percent(share))),
    money: some(money),
    room: looksAtRoom(wish) ? 'where there is room' : '',
    backup:
      wish.backup && backup ? 'a second site' : some([wish.leaveOut && wish.goal === 'everyone' && 'some left out']),
    counting: some(counting),
  };
}

/** Everything else that a planner may demand, one row for each sort. */
export function Demands({
  wish,
  question,
  choices,
}: {
  wish: SearchWish;
  question: AskedQuestion;
  choices: Choices | undefined;
}) {
  const closes = wish.goal === 'close';
  const said = demanded(wish);
  const made = Object.values(said).filter((each) => each !== '').length;
  const services = useMirror((mirror) => mirror.plan.service);
  return (
    <details className="search-more">
      <summary>Demands{made > 0 && <span className="quiet number"> {made} made</span>}</summary>
      <div className="search-demands">
        {!closes && (
          <Demand title="Services together" said={said.services}>
            <ServicesDemand
              services={services}
              first={question.service}
              chosen={wish.alongside}
              onChoose={(alongside) => wishFor({alongside})}
            />
          </Demand>
        )}
        <Demand title="Sites" said={said.sites}>
          <SitesDemand wish={wish} />
        </Demand>
        <Demand title="Groups of sites" said={said.groups}>
          <GroupsDemand groups={wish.groups} />
        </Demand>
        <Demand title="Priority areas" said={said.priority}>
          <PriorityDemand wish={wish} />
        </Demand>
        <Demand title="Floors" said={said.floors}>
          <FloorsDemand wish={wish} within={question.within} />
        </Demand>
        <Demand title="Money" said={said.money}>
          <MoneyDemand wish={wish} choices={choices} />
        </Demand>
        <Demand title="Room" said={said.room}>
          <RoomDemand wish={wish} choices={choices} />
        </Demand>
        {(wish.goal === 'most-people' || wish.goal === 'everyone') && (
          <Demand title="Backup" said={said.backup}>
            <BackupDemand wish={wish} within={question.within} />
          </Demand>
        )}
        <Demand title="How it is searched" said={said.counting}>
          <CountingDemand wish={wish} />
        </Demand>
      </div>
    </details>
  );
}

import type {AskedQuestion, CallAsked} from '../contract.ts';
import type {SearchWish} from '../state/search-view.ts';

type Asked = CallAsked<'search.sites'>;

/** How much worse the most different answer may be. */
const TOLERANCE = 0.05;

/** The question of location science that a wish comes to. */
export function problemFor({goal, room, backup, asFewAsWillDo, nearestFirst}: SearchWish): Asked['problem'] {
  switch (goal) {
    case 'shortest':
    case 'close':
      return room ? 'capacitated-p-median' : nearestFirst ? 'kn-p-median' : 'p-median';
    case 'most-people':
      return backup ? 'bacop2' : 'mclp';
    case 'everyone':
      return room ? 'clscp' : !backup ? 'lscp' : asFewAsWillDo ? 'lscp-b' : 'bacop1';
    case 'fairest':
      return 'p-centre';
    case 'apart':
      return 'p-dispersion';
  }
}

/** Whether people can be sent where there is room for this wish; a bundle’s room is not known. */
export function looksAtRoom({goal, room, alongside}: SearchWish): boolean {
  return room && alongside.length === 0 && ['shortest', 'close', 'everyone'].includes(goal);
}

/** Whether a number of sites is said. */
export function isCounted(wish: SearchWish): boolean {
  if (wish.goal === 'everyone') return problemFor(wish) === 'bacop1';
  return !(isWorth(wish) && wish.asManyAsWorth);
}

/** Whether what sites cost counts in what is best. */
export function isWorth(wish: SearchWish): boolean {
  return wish.worth !== null && wish.goal === 'shortest' && !looksAtRoom(wish);
}

/** Whether the minutes of the question count for this wish. */
export function isTimed(wish: SearchWish): boolean {
  return wish.goal === 'most-people' || wish.goal === 'everyone' || floorsIn(wish).length > 0;
}

/** The floors of a wish, in the order in which they are asked. */
export function floorsIn({floorAll, floorDeprived, floorPriority, floorWithin, priority}: SearchWish) {
  const within = floorWithin ?? undefined;
  return [
    {key: 'floorAll' as const, whom: 'residents' as const, share: floorAll, within},
    {key: 'floorDeprived' as const, whom: 'most-deprived' as const, share: floorDeprived, within},
    {
      key: 'floorPriority' as const,
      whom: 'priority' as const,
      share: priority.length > 0 ? floorPriority : null,
      within,
    },
  ].flatMap((floor) => (floor.share === null ? [] : [{...floor, share: floor.share}]));
}

/** The wish as the engine is asked it. What it means for people is always told within the question’s minutes. */
export function searchAsked(question: AskedQuestion, said: SearchWish): Asked {
  const {against: _against, weight: _weight, ...asked} = question;
  const wish = {...said, room: looksAtRoom(said)};
  const {goal, howMany, priority, budget, siteCost, among} = wish;
  const closes = goal === 'close';
  const floors = floorsIn(wish).map(({share, whom, within}) => ({share, whom, within}));
  const worth = isWorth(wish);
  const inKilometres = wish.measure === 'kilometres' && !isTimed(wish) && goal !== 'apart';
  return {
    ...asked,
    problem: problemFor(wish),
    weights: wish.weights,
    ...(wish.weights === 'most-deprived' ? {deprivedCount: wish.deprivedCount} : {}),
    ...(closes ? {close: howMany, among: 'offering' as const} : {keep: wish.keep}),
    ...(!closes && among === 'candidates' ? {among} : {}),
    ...(!closes && isCounted(wish) ? {open: howMany} : {}),
    ...(!closes && wish.alongside.length > 0 ? {alongside: [...wish.alongside]} : {}),
    ...(wish.mustBeOpen.length > 0 ? {fixOpen: [...wish.mustBeOpen]} : {}),
    ...(wish.mustNotBeUsed.length > 0 ? {fixClosed: [...wish.mustNotBeUsed]} : {}),
    ...(wish.groups.length > 0 ? {groups: wish.groups.map(groupAsked)} : {}),
    ...(priority.length > 0 ? {priority: [...priority], priorityCount: wish.priorityCount} : {}),
    ...(floors.length > 0 ? {floors} : {}),
    ...(budget === null ? {} : {budget}),
    ...(worth ? {worth: wish.worth!} : {}),
    ...(budget !== null || worth ? {siteCost: siteCost ?? undefined} : {}),
    ...(wish.room ? roomAsked(wish) : {}),
    ...(problemFor(wish) === 'bacop2' ? {theta: wish.theta} : {}),
    ...(goal === 'everyone' && wish.leaveOut ? {leaveOut: true} : {}),
    ...(inKilometres ? {measure: 'kilometres' as const} : {}),
    seconds: wish.seconds,
    ...(wish.others ? {next: 2, different: TOLERANCE} : {}),
  };
}

function groupAsked({by, name, least, most}: SearchWish['groups'][number]) {
  return {name, sites: [`${by}=${name}`], least: least ?? undefined, most: most ?? undefined};
}

function roomAsked({rooms, roomElse, roomTimes}: SearchWish) {
  const said = Object.entries(rooms).map(([site, residents]) => `${site}=${residents}`);
  return {
    ...(said.length > 0 ? {rooms: said} : {}),
    ...(roomElse === null ? {} : {room: roomElse}),
    ...(roomTimes === 1 ? {} : {roomTimes}),
  };
}

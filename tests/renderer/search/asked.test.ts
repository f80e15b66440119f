import {describe, expect, it, vi} from 'vitest';
import {isTimed, problemFor, searchAsked} from '../../../renderer/search/asked.ts';
import {askedBefore, rememberSearch} from '../../../renderer/search/asked-before.ts';
import {eased} from '../../../renderer/search/eases.tsx';
import {searchSentence} from '../../../renderer/search/sentence.ts';
import {NO_WISH, type SearchWish} from '../../../renderer/state/search-view.ts';
import {planOf} from '../../../src/domain/plan.ts';

const QUESTION = {service: 'dialysis', mode: 'drive', within: 30} as const;
const WISH: SearchWish = {...NO_WISH, howMany: 2};

describe('a wish as the engine is asked it', () => {
  it('takes service, mode and option from the question above', () => {
    expect(searchAsked({...QUESTION, option: 'b'}, WISH)).toEqual({
      problem: 'p-median',
      service: 'dialysis',
      mode: 'drive',
      option: 'b',
      within: 30,
      weights: 'residents',
      keep: true,
      open: 2,
      seconds: 30,
    });
  });

  it('says that minutes count where people within them are what is best, or a floor', () => {
    expect(isTimed({...WISH, goal: 'most-people'})).toBe(true);
    expect(isTimed({...WISH, goal: 'fairest'})).toBe(false);
    expect(isTimed({...WISH, goal: 'fairest', floorDeprived: 0.9})).toBe(true);
  });

  it('hands over floors, money, priority areas and the wish for other answers', () => {
    const wish = {...WISH, floorDeprived: 0.95, budget: 5e6, siteCost: 1e6, priority: ['Park'], others: true};
    expect(searchAsked(QUESTION, {...wish, among: 'candidates'})).toMatchObject({
      floors: [{share: 0.95, whom: 'most-deprived'}],
      budget: 5e6,
      siteCost: 1e6,
      priority: ['Park'],
      among: 'candidates',
      next: 2,
    });
    expect(searchAsked(QUESTION, WISH)).not.toHaveProperty('floors');
  });

  it('names no number where the fewest are sought', () => {
    const asked = searchAsked(QUESTION, {...WISH, goal: 'everyone'});
    expect(asked).toMatchObject({problem: 'lscp', within: 30, keep: true});
    expect(asked).not.toHaveProperty('open');
  });

  it('closes among those that offer the service, and keeps nothing besides', () => {
    const asked = searchAsked(QUESTION, {...WISH, goal: 'close', weights: 'most-deprived'});
    expect(asked).toMatchObject({problem: 'p-median', close: 2, among: 'offering', weights: 'most-deprived'});
    expect(asked).not.toHaveProperty('keep');
    expect(asked).not.toHaveProperty('open');
  });

  it('hands over what must and must not be', () => {
    const asked = searchAsked(QUESTION, {...WISH, mustBeOpen: ['a'], mustNotBeUsed: ['b', 'c']});
    expect(asked).toMatchObject({fixOpen: ['a'], fixClosed: ['b', 'c']});
  });

  it('reaches every question there is, by what a planner wishes', () => {
    const wishes: Partial<SearchWish>[] = [
      {goal: 'shortest'},
      {goal: 'shortest', nearestFirst: true},
      {goal: 'close', room: true},
      {goal: 'most-people'},
      {goal: 'most-people', backup: true},
      {goal: 'everyone'},
      {goal: 'everyone', backup: true},
      {goal: 'everyone', backup: true, asFewAsWillDo: false},
      {goal: 'everyone', room: true},
      {goal: 'fairest'},
      {goal: 'apart'},
    ];
    const reached = wishes.map((wish) => problemFor({...WISH, ...wish}));
    expect(new Set(reached).size).toBe(11);
    const counted = searchAsked(QUESTION, {...WISH, goal: 'everyone', backup: true, asFewAsWillDo: false});
    expect(counted).toMatchObject({problem: 'bacop1', open: 2});
    expect(searchAsked(QUESTION, {...WISH, goal: 'most-people', backup: true, theta: 0.7})).toMatchObject({theta: 0.7});
  });

  it('hands over rooms, groups, several services, and what a minute is worth', () => {
    const roomy = {...WISH, room: true, rooms: {a: 900}, roomElse: 500, roomTimes: 1.1};
    expect(searchAsked(QUESTION, roomy)).toMatchObject({
      problem: 'capacitated-p-median',
      rooms: ['a=900'],
      room: 500,
      roomTimes: 1.1,
    });
    const together = searchAsked(QUESTION, {...roomy, alongside: ['advice']});
    expect(together).toMatchObject({problem: 'p-median', alongside: ['advice']});
    expect(together).not.toHaveProperty('room');
    const groups = [{by: 'kind', name: 'library', least: null, most: 1}];
    expect(searchAsked(QUESTION, {...WISH, groups}).groups).toEqual([
      {name: 'library', sites: ['kind=library'], least: undefined, most: 1},
    ]);
    const worth = searchAsked(QUESTION, {...WISH, worth: 0.5, siteCost: 9, asManyAsWorth: true});
    expect(worth).toMatchObject({worth: 0.5, siteCost: 9});
    expect(worth).not.toHaveProperty('open');
    expect(searchAsked(QUESTION, {...WISH, goal: 'fairest', worth: 0.5})).not.toHaveProperty('worth');
  });
});

describe('a search as one sentence', () => {
  const said = (wish: Partial<SearchWish>) =>
    searchSentence({question: QUESTION, wish: {...WISH, ...wish}}, planOf({}));
  it('says what is best and everything that is demanded', () => {
    expect(said({})).toBe('Which 2 new sites for dialysis make journeys by car shortest, keeping the sites of now?');
    expect(said({goal: 'close', howMany: 1, floorDeprived: 0.9})).toBe(
      'Which one site for dialysis could close with least harm by car, at least 90% of the most deprived within 30 minutes?',
    );
    expect(
      said({goal: 'everyone', keep: false, backup: true, groups: [{by: 'kind', name: 'a_b', least: 1, most: 2}]}),
    ).toBe(
      'Which fewest sites for dialysis have everyone within 30 minutes by car and most of them within that of two, at least 1 and at most 2 of a b?',
    );
  });
});

describe('what could give way', () => {
  const asked = {question: QUESTION, wish: {...WISH, floorDeprived: 0.95, mustBeOpen: ['a', 'b']}};
  it('is asked again with that one demand changed', () => {
    expect(eased(asked, {title: '', what: 'open', value: 4})?.wish.howMany).toBe(4);
    expect(eased(asked, {title: '', what: 'within', value: 45})?.question.within).toBe(45);
    expect(eased(asked, {title: '', what: 'floor', floor: 0, share: 0.8})?.wish.floorDeprived).toBe(0.8);
    expect(eased(asked, {title: '', what: 'room', times: 1.2})?.wish.roomTimes).toBe(1.2);
    expect(eased(asked, {title: '', what: 'free', site: 'a'})?.wish.mustBeOpen).toEqual(['b']);
    expect(eased(asked, {title: '', what: 'free', site: 'c'})).toBeNull();
  });
});

describe('a search asked before', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  it('comes back as it was asked, newest first and once', () => {
    const wish = {...WISH, room: true, rooms: {a: 900}, groups: [{by: 'kind', name: 'library', least: null, most: 1}]};
    rememberSearch('p', {question: QUESTION, wish, proof: 'Proven best.'});
    rememberSearch('p', {question: QUESTION, wish: WISH, proof: ''});
    rememberSearch('p', {question: QUESTION, wish, proof: 'Proven best.'});
    expect(askedBefore('p').map((each) => each.wish)).toEqual([wish, WISH]);
    expect(askedBefore('another')).toEqual([]);
  });

  it('is read with care: what has another shape is as where nothing is wished', () => {
    kept.set(
      'closer-searches-q',
      '[{"question":{"service":"a","mode":"walk","within":5},"wish":{"howMany":"many"}},7]',
    );
    expect(askedBefore('q')).toEqual([{question: {service: 'a', mode: 'walk', within: 5}, wish: NO_WISH, proof: ''}]);
    kept.set('closer-searches-q', 'not JSON');
    expect(askedBefore('q')).toEqual([]);
  });
});

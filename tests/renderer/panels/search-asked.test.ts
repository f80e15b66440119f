import {describe, expect, it} from 'vitest';
import {isTimed, searchAsked} from '../../../renderer/panels/search-asked.ts';
import type {SearchWish} from '../../../renderer/state/search-view.ts';

const QUESTION = {service: 'dialysis', mode: 'drive', within: 30} as const;
const WISH: SearchWish = {
  goal: 'shortest',
  howMany: 2,
  keep: true,
  weights: 'residents',
  mustBeOpen: [],
  mustNotBeUsed: [],
  priority: [],
  floorAll: null,
  floorDeprived: null,
  budget: null,
  siteCost: null,
  among: 'all',
  others: false,
};

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
});

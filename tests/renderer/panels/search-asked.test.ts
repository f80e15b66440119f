import {describe, expect, it} from 'vitest';
import {searchAsked} from '../../../renderer/panels/search-asked.ts';
import type {SearchWish} from '../../../renderer/state/view.ts';

const QUESTION = {service: 'dialysis', mode: 'drive', within: 30} as const;
const WISH: SearchWish = {
  goal: 'shortest',
  howMany: 2,
  keep: true,
  weights: 'residents',
  mustBeOpen: [],
  mustNotBeUsed: [],
};

describe('a wish as the engine is asked it', () => {
  it('takes service, mode and option from the question above', () => {
    expect(searchAsked({...QUESTION, option: 'b'}, WISH)).toEqual({
      problem: 'p-median',
      service: 'dialysis',
      mode: 'drive',
      option: 'b',
      weights: 'residents',
      keep: true,
      open: 2,
    });
  });

  it('names minutes only where they count', () => {
    expect(searchAsked(QUESTION, {...WISH, goal: 'most-people'})).toMatchObject({problem: 'mclp', within: 30, open: 2});
    expect(searchAsked(QUESTION, {...WISH, goal: 'fairest'})).not.toHaveProperty('within');
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

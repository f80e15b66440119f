import {expect, test} from 'vitest';
import type {Finding} from '../../../renderer/measures/answer.ts';
import {worthLooking} from '../../../renderer/measures/worth-looking.ts';

const finding = (site: string, beside: string, verdict: Finding['verdict']) => ({site, beside, verdict}) as Finding;

test('two sites at one place are one finding, a duplicate is one for each of the two, and what is none is not looked at', () => {
  const lines = [
    finding('a', 'b', 'same-place merge'),
    finding('b', 'a', 'same-place merge'),
    finding('c', 'd', 'possible duplication'),
    finding('d', 'c', 'possible duplication'),
    finding('e', 'f', 'not a duplicate'),
    finding('f', 'e', 'needed backup or choice'),
  ];
  expect(worthLooking(lines).map(({site}) => site)).toEqual(['a', 'c', 'd', 'f']);
});

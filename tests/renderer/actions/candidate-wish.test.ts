import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {ALL_CANDIDATES, fitsWish, rememberedWish, rememberWish} from '../../../renderer/answer/candidate-wish.ts';
import {newSite} from '../../../src/domain/site.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

const hall = {...newSite('hall', 'Hall', [-1, 52], 'candidate'), kind: 'hall', vacantM2: 40};
const pharmacy = {...newSite('p', 'Pharmacy', [-1, 52], 'existing'), kind: 'pharmacy', vacantM2: null};

it('the ranking lists what a planner wants: by standing, kind and vacant space', () => {
  const listed = (part: object) =>
    [hall, pharmacy].filter((site) => fitsWish(site, {...ALL_CANDIDATES, ...part})).map(({id}) => id);
  expect(listed({})).toEqual(['hall', 'p']);
  expect(listed({standing: 'candidate'})).toEqual(['hall']);
  expect(listed({kind: 'pharmacy'})).toEqual(['p']);
  // Space that is not known is not vacant space.
  expect(listed({vacant: true})).toEqual(['hall']);
  expect(fitsWish(undefined, ALL_CANDIDATES)).toBe(false);
});

it('the wish is remembered, and what another version left there is read as far as it makes sense', () => {
  expect(rememberedWish()).toEqual(ALL_CANDIDATES);
  rememberWish({standing: 'existing', kind: 'hall', vacant: true});
  expect(rememberedWish()).toEqual({standing: 'existing', kind: 'hall', vacant: true});
  kept.set('closer-candidates', '{"standing": "sideways", "kind": 3}');
  expect(rememberedWish()).toEqual(ALL_CANDIDATES);
  kept.set('closer-candidates', 'nonsense');
  expect(rememberedWish()).toEqual(ALL_CANDIDATES);
});

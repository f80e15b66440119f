import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {SearchAnswer} from '../../../src/engine/search/answer.ts';
import {type Planner, planner} from '../planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await at.ask('project.sample', {});
});
afterEach(() => at.leave());

type Said = Partial<Parameters<typeof at.ask<'search.sites'>>[1]>;
const search = (said: Said): Promise<SearchAnswer> =>
  at.ask('search.sites', {problem: 'p-median', service: 'pharmacy', mode: 'drive', ...said});
const ids = (answer: SearchAnswer) => answer.sites.map(({id}) => id);

describe('a site search in the sample town', () => {
  it('says which three sites, proven, checked, with a reason for each', async () => {
    const answer = await search({open: 3});
    expect(answer.status).toBe('checked-all');
    expect(answer.proof).toMatch(/^Checked all [\d,]+ combinations\.$/);
    expect(answer.gap).toBe(0);
    expect(answer.check).toMatchObject({ok: true, faults: [], bound: 'every combination'});
    expect(answer.sites).toHaveLength(3);
    expect(answer.reasons.sites.map(({site}) => site)).toEqual(ids(answer));
    for (const {objectiveWithout} of answer.reasons.sites) expect(objectiveWithout!).toBeGreaterThan(answer.objective!);
    for (const {objective} of answer.reasons.others) expect(objective!).toBeGreaterThanOrEqual(answer.objective!);
    const people = answer.reasons.sites.reduce((sum, each) => sum + each.people, 0);
    expect(people + answer.outOfReach).toBeGreaterThan(0);
  });

  it('keeps what is there and adds: N counts the new ones, and says so', async () => {
    const answer = await search({open: 2, keep: true});
    expect(answer.closes).toEqual([]);
    expect(answer.sites.filter(({isNew}) => isNew)).toHaveLength(2);
    expect(answer.stated.join(' ')).toMatch(/2 new sites besides the 5 that offer it now: 7 in all/);
  });

  it('closes two with least harm: no other two would cost less', async () => {
    const best = await search({close: 2});
    expect(best.closes).toHaveLength(2);
    expect(best.sites.every(({isNew}) => !isNew)).toBe(true);
    const kept = ids(best);
    const all = [...kept, ...best.closes.map(({id}) => id)];
    for (const [a, b] of all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const))) {
      const other = await search({open: 3, fixOpen: all.filter((id) => id !== a && id !== b)});
      expect(other.objective!).toBeGreaterThanOrEqual(best.objective!);
    }
  });

  it('never opens what is fixed closed, always what is fixed open, and keeps to a budget', async () => {
    const free = await search({open: 3});
    const [first] = ids(free);
    const without = await search({open: 3, fixClosed: [first!]});
    expect(ids(without)).not.toContain(first);
    expect(without.objective!).toBeGreaterThan(free.objective!);
    const dear = await search({open: 3, siteCost: 100, budget: 200});
    expect(dear.sites.filter(({isNew}) => isNew).length).toBeLessThanOrEqual(2);
    expect(dear.reasons.limits.join()).toMatch(/of a budget of £200 is spent/);
  });

  it('says what is in conflict, and what would do', async () => {
    const answer = await search({
      problem: 'mclp',
      open: 1,
      within: 15,
      floors: [{share: 1, whom: 'residents', within: undefined}],
    });
    expect(answer.status).toBe('infeasible');
    expect(answer.proof).toMatch(
      /^These cannot be had together: exactly 1 site and 100 % of residents within 15 minutes\./,
    );
    expect(answer.proof).toMatch(/It needs 4 sites/);
    const enough = await search({
      problem: 'mclp',
      open: 4,
      within: 15,
      floors: [{share: 1, whom: 'residents', within: undefined}],
    });
    expect(enough.status).toBe('checked-all');
  });

  it('weighs the most deprived, ages, and areas a planner names', async () => {
    const [plain, deprived] = [await search({open: 2}), await search({open: 2, weights: 'most-deprived'})];
    expect(deprived.objective!).toBeGreaterThan(plain.objective!);
    expect((await search({open: 2, weights: '65+'})).objective!).toBeLessThan(plain.objective!);
    expect(
      (
        await at.refusal('search.sites', {
          problem: 'p-median',
          service: 'pharmacy',
          mode: 'drive',
          open: 2,
          weights: 'cats',
        })
      ).message,
    ).toMatch(/“cats” is none of them/);
  });

  it.each([
    [{open: 0}, /at least one/],
    [{open: 500}, /only \d+ to choose from/],
    [{}, /How many sites/],
    [{open: 2, problem: 'mclp'}, /within how many minutes/],
    [{open: 2, budget: 5}, /has no cost/],
    [{open: 2, problem: 'capacitated-p-median'}, /How much room/],
    [{open: 2, capacity: true}, /capacitated/],
    [{open: 2, fixOpen: ['nowhere']}, /no site “nowhere”/],
  ] as [Said, RegExp][])('refuses %o in a sentence', async (said, sentence) => {
    const refused = await at.refusal('search.sites', {
      problem: 'p-median',
      service: 'pharmacy',
      mode: 'drive',
      ...said,
    });
    expect(refused.message).toMatch(sentence);
  });

  it('is adopted as an option in one step, and undone in one', async () => {
    const answer = await search({open: 3});
    await at.ask('search.adopt', {name: 'Three pharmacies', service: 'pharmacy', sites: ids(answer)});
    const scored = await at.ask('score.answer', {
      service: 'pharmacy',
      option: 'Three pharmacies',
      mode: 'drive',
      within: 15,
    });
    if (scored.state !== 'ready') throw new Error('not ready');
    const minutes = scored.answer.minutes.mean! * scored.answer.audit.residents;
    expect(minutes).toBeCloseTo(answer.objective!, 0);
    await at.ask('history.undo', {});
    expect(
      (await at.refusal('score.answer', {service: 'pharmacy', option: 'Three pharmacies', mode: 'drive', within: 15}))
        .message,
    ).toMatch(/no option/);
  });

  it('places several services together, keeping what there is: a floor holds for each of them', async () => {
    const said = {service: 'pharmacy', alongside: ['library'], open: 2, keep: true, within: 15};
    const answer = await search(said);
    expect(answer.check).toMatchObject({ok: true, faults: []});
    expect(answer.unit).toBe('journey-minutes');
    expect(answer.outcomes.map(({service}) => service)).toEqual(['pharmacy', 'library']);
    for (const {before, after} of answer.outcomes) expect(after.minutes!).toBeLessThanOrEqual(before.minutes!);
    const together = {name: 'Two hubs', service: 'pharmacy', alongside: ['library'], keep: true};
    await at.ask('search.adopt', {...together, sites: ids(answer)});
    for (const [index, service] of ['pharmacy', 'library'].entries()) {
      const scored = await at.ask('score.answer', {service, option: 'Two hubs', mode: 'drive', within: 15});
      if (scored.state !== 'ready') throw new Error('not ready');
      expect(scored.answer.minutes.mean!).toBeCloseTo(answer.outcomes[index]!.after.minutes!, 6);
    }
    expect(
      (await at.refusal('search.sites', {problem: 'p-median', mode: 'drive', ...said, open: undefined, close: 1}))
        .message,
    ).toMatch(/one service at a time/);
  });

  it('shows on the map what adopting would give: whose catchment each area is in, and by how much it changes', async () => {
    const answer = await search({open: 2, keep: true});
    const shown = await at.ask('search.shown', {service: 'pharmacy', mode: 'drive', sites: ids(answer)});
    expect(shown.assigned).toEqual(Object.values(answer.assignments));
    expect(Math.max(...shown.change.map((each) => each ?? 0))).toBeLessThanOrEqual(0);
    expect(Math.min(...shown.change.map((each) => each ?? 0))).toBeLessThan(0);
    expect(shown.borders.coordinates.length).toBeGreaterThan(0);
    const now = await search({open: 0, keep: true});
    expect(
      (await at.ask('search.shown', {service: 'pharmacy', mode: 'drive', sites: ids(now)})).borders.coordinates,
    ).toEqual([]);
  });

  it('takes a site’s own cost of opening', async () => {
    const free = await search({open: 2, siteCost: 10, budget: 1000});
    const fresh = free.sites.find(({isNew}) => isNew)!;
    await at.ask('sites.describe', {site: fresh.id, openingCost: 5000});
    const dear = await search({open: 2, siteCost: 10, budget: 1000});
    expect(ids(dear)).not.toContain(fresh.id);
  });

  it('sends people where there is room, and says how full sites are and who goes past the closest', async () => {
    const everyone = (await at.ask('search.choices', {service: 'pharmacy'})).residents;
    const said = {open: 3, problem: 'capacitated-p-median' as const, room: Math.ceil(everyone / 2.5)};
    const {rooms, sites, ...answer} = await search(said);
    expect(answer.check).toMatchObject({ok: true, faults: []});
    expect(rooms!.sites.map(({site}) => site)).toEqual(sites.map(({id}) => id));
    expect(rooms!.sites.reduce((sum, {people}) => sum + people, 0)).toBeCloseTo(everyone, 6);
    for (const {people, room} of rooms!.sites) expect(people).toBeLessThanOrEqual(room + 1e-6);
    expect(rooms!.past.length).toBeGreaterThan(0);
    expect(rooms!.pastPeople).toBe(rooms!.past.reduce((sum, {people}) => sum + people, 0));
    const assigned = Object.values(answer.assignments).map((site) => site ?? '');
    const shown = await at.ask('search.shown', {
      service: 'pharmacy',
      mode: 'drive',
      sites: ids({...answer, rooms, sites}),
      assigned,
    });
    expect(shown.past).toHaveLength(rooms!.past.length);

    const [first] = sites;
    const own = await search({...said, fixOpen: [first!.id], rooms: [`${first!.id}=${Math.ceil(everyone / 4)}`]});
    expect(own.rooms!.sites.find(({site}) => site === first!.id)!.room).toBe(Math.ceil(everyone / 4));
    const shared = await search({...said, open: undefined, problem: 'clscp', within: 60});
    expect(shared.rooms!.sites.reduce((sum, {people}) => sum + people, 0)).toBeCloseTo(everyone, 3);
  });

  it('limits sites of one kind, holder or place without their being named', async () => {
    const groups = await at.ask('search.groups', {});
    const [kind] = groups.filter(({by}) => by === 'kind').sort((a, b) => b.sites - a.sites);
    const limit = (most: number) => ({name: kind!.name, sites: [`kind=${kind!.name}`], least: undefined, most});
    const none = await search({open: 3, groups: [limit(0)]});
    const {site} = await at.ask('plan.read', {});
    const kindOf = new Map(site.map(({id, kind: of}) => [id, of]));
    for (const id of ids(none)) expect(kindOf.get(id)).not.toBe(kind!.name);
    const all = await search({open: 3, groups: [{...limit(3), most: undefined, least: 3}]});
    for (const id of ids(all)) expect(kindOf.get(id)).toBe(kind!.name);
    const wards = groups.filter(({by}) => by === 'ward');
    expect(wards.reduce((sum, {sites}) => sum + sites, 0)).toBeLessThanOrEqual(site.length);
    const one = await search({
      open: 1,
      groups: [{name: 'w', sites: [`ward=${wards[0]!.name}`], least: 1, most: undefined}],
    });
    expect(one.sites).toHaveLength(1);
    const refused = {...limit(1), sites: ['kind=castle']};
    const asked = {problem: 'p-median', service: 'pharmacy', mode: 'drive', open: 3, groups: [refused]} as const;
    expect((await at.refusal('search.sites', {...asked, groups: [refused]})).message).toMatch(/kind “castle”/);
  });

  it('says what could give way so that it can be asked again, and then it can', async () => {
    const floors = [{share: 1, whom: 'residents' as const, within: undefined}];
    const said = {problem: 'mclp' as const, open: 1, within: 15, floors};
    const {reasons} = await search(said);
    expect(reasons.eases.map(({what}) => what)).toEqual(['open', 'floor', 'floor-within']);
    for (const ease of reasons.eases) {
      const eased =
        ease.what === 'open'
          ? {...said, open: ease.value}
          : ease.what === 'floor'
            ? {...said, floors: [{...floors[0]!, share: ease.share}]}
            : ease.what === 'floor-within'
              ? {...said, floors: [{...floors[0]!, within: ease.value}]}
              : said;
      expect((await search(eased)).status).not.toBe('infeasible');
    }
    const dear = await search({open: 2, siteCost: 10, budget: 5, among: 'candidates'});
    expect(dear.reasons.eases).toContainEqual({title: 'Spend up to £20', what: 'budget', value: 20});
  });
});

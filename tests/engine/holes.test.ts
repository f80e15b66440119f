import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {answered, question} from './asking.ts';
import {type InventedTown, settle, threeByThree} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(() => {
  at = planner();
});
afterEach(() => at.leave());

describe('a town with holes in its evidence', () => {
  const holed = (change: (town: InventedTown) => void): InventedTown => {
    const town = threeByThree();
    change(town);
    return town;
  };

  it('counts areas without a census row as not known, never as nobody', async () => {
    await settle(
      at,
      holed(({areas}) => {
        areas[8]!.people = null;
      }),
    );
    const answer = await answered(at);
    expect(answer.audit).toMatchObject({residents: 5150, areas: 9, areasNotKnown: 1, addsUp: true});
    const lines = await at.ask('evidence.areas', {});
    expect([lines[8]!.residents, lines[4]!.residents]).toEqual([null, 0]);
    const areas = await at.ask('score.areas', question);
    expect('residents' in areas && areas.residents[8]).toBeNull();
    const {joins} = (
      await at.ask('evidence.import', {
        files: [at.file('again.csv', 'LSOA21CD,Aged 0 to 15,Aged 16 and over\nE01990001,1,2\n')],
      })
    )[0]!;
    expect(joins).toEqual({areas: 9, matched: 1});
    expect((await answered(at)).audit).toMatchObject({residents: 3, areasNotKnown: 8, addsUp: true});
  });

  it('keeps people whose deprivation is not known on neither side of the gap, and in the count', async () => {
    await settle(
      at,
      holed(({areas}) => {
        areas[0]!.decile = null;
      }),
    );
    const answer = await answered(at);
    expect(answer.byFifth.at(-1)).toMatchObject({fifth: null, label: 'Not known', residents: 1000, served: 1000});
    expect(answer.gap.mostDeprived.residents + answer.gap.rest.residents).toBe(5650);
    expect(answer.byFifth.reduce((sum, line) => sum + line.residents, 0)).toBe(6650);
  });

  it('with nobody in it has shares that are not known, not 0 ÷ 0', async () => {
    await settle(
      at,
      holed(({areas}) => {
        for (const area of areas) area.people = [0, 0, 0];
      }),
    );
    const answer = await answered(at);
    expect(answer.audit).toMatchObject({residents: 0, served: 0, addsUp: true});
    expect([answer.share, answer.gap.sharePoints, answer.minutes.mean]).toEqual([null, null, null]);
    expect(answer.ranking.decidedBy).toBe('nothing');
  });

  it('of a single area is answered', async () => {
    await settle(
      at,
      holed((town) => {
        town.areas = [town.areas[8]!];
      }),
    );
    const answer = await answered(at);
    expect(answer.audit).toMatchObject({residents: 1500, beyond: 1500});
    expect(answer.byFifth[0]).toMatchObject({areas: 1, residents: 1500});
    expect(answer.gap.sharePoints).toBeNull();
  });

  it('says of people whom no street reaches that it is so, and counts them', async () => {
    // The north-eastern corner loses its streets, and lies further from the others than anyone walks to one.
    await settle(
      at,
      holed((town) => {
        town.areas[8]!.at = [2, 6];
      }),
    );
    await at.ask('assumptions.set', {key: 'snap-limit', value: 1500, reason: 'Test'});
    const answer = await answered(at);
    expect(answer.audit).toMatchObject({unreachable: 1500, residents: 6650, addsUp: true});
    const areas = await at.ask('score.areas', question);
    expect('reason' in areas && areas.reason[8]).toBe('Too far from any street that can be used');
    expect('minutes' in areas && areas.minutes[8]).toBeNull();
  });

  it('says of people beyond the longest journey measured that they are', async () => {
    await settle(at);
    await at.ask('assumptions.set', {key: 'travel-limit', value: 30, reason: 'Test'});
    const answer = await answered(at);
    expect(answer.audit).toMatchObject({served: 1900, beyond: 1150, unreachable: 3600, addsUp: true});
    const areas = await at.ask('score.areas', question);
    expect('reason' in areas && areas.reason[8]).toBe(
      'No street route to an open site within the longest journey measured',
    );
  });
});

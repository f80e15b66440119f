import {beforeAll, describe, expect, it} from 'vitest';
import type {Answer, RankedSite} from '../../src/engine/answer-shape.ts';
import type {LedgerAnswer} from '../../src/engine/journeys.ts';
import {settle} from './invented-town.ts';
import {changeFor, everyone, type Naive, naive} from './naive-answer.ts';
import {type Planner, planner} from './planner.ts';
import {type RandomTown, randomTown, SERVICES, siteId} from './random-town.ts';

const TOWNS = 200;

type Question = {service: string; option: string; against: string; mode: 'walk'; within: number; weight: number};

/** A random question to a random town, what the engine says to it, and everything needed to count it again. */
interface Case {
  what: string;
  of: RandomTown;
  question: Question;
  people: ReturnType<typeof everyone>;
  /** The sites that offer the service in an option. */
  open: (option: string) => number[];
  answer: Answer;
  /** The ledger of the best candidate, and its share of legs avoided. */
  journeys: {of: LedgerAnswer; shareAvoided: number} | null;
  /** The answers after really placing the service at each candidate, in some of the towns. */
  placed: {site: RankedSite; answer: Answer}[];
}

const cases: Case[] = [];
let at: Planner;

beforeAll(async () => {
  let town: RandomTown;
  at = planner({compute: {times: (...given) => town.compute.times(...given), close() {}}});
  for (let seed = 1; seed <= TOWNS; seed++) {
    town = randomTown(seed);
    await settle(at, town.town);
    await town.plan(at);
    await at.ask('travel.measure', {mode: 'walk'});
    cases.push(await caseOf(seed, town));
  }
  at.leave();
}, 300_000);

async function caseOf(seed: number, of: RandomTown): Promise<Case> {
  const question: Question = {
    service: SERVICES[seed % 2]!,
    option: seed % 3 === 0 ? 'as-now' : 'hub',
    against: seed % 5 === 0 ? 'hub' : 'as-now',
    mode: 'walk',
    within: 1 + Math.floor(of.random() * 30),
    weight: [0, 0.5, 0.6, 1][seed % 4]!,
  };
  const answer = await answerTo(question);
  const shareAvoided = [0, 0.25, 1][seed % 3]!;
  const [best] = answer.sites;
  const {service, option, mode} = question;
  const asked = best && (await at.ask('journeys.ledger', {service, site: best.id, option, mode, shareAvoided}));
  if (asked && asked.state !== 'ready') throw new Error(asked.state);
  const placed: Case['placed'] = [];
  for (const site of seed % 5 === 1 ? answer.sites : []) {
    await at.ask('services.place', {service, site: site.id, option});
    placed.push({site, answer: await answerTo(question)});
    await at.ask('history.undo', {});
  }
  return {
    what: `seed ${seed}`,
    of,
    question,
    people: everyone(of),
    open: (wanted) => [...of.town.sites.keys()].filter((site) => of.offered(wanted, site, service)),
    answer,
    journeys: asked ? {of: asked.journeys, shareAvoided} : null,
    placed,
  };
}

async function answerTo(question: Question): Promise<Answer> {
  const scored = await at.ask('score.answer', question);
  if (scored.state !== 'ready') throw new Error(`Not ready: ${JSON.stringify(scored)}`);
  return scored.answer;
}

function expectClose(given: number | null, counted: number | null, what: string): void {
  if (given === null || counted === null) expect(given, what).toBe(counted);
  else expect(Math.abs(given - counted), `${what}: ${given} and ${counted}`).toBeLessThan(1e-6);
}

function expectSameCounts(given: object, counted: object): void {
  expect(given).toMatchObject(JSON.parse(JSON.stringify(counted)));
}

describe(`in ${TOWNS} random towns`, () => {
  it('the answer is what counting everyone again gives, in every grouping', () => {
    for (const {what, of, question, people, open, answer} of cases) {
      const now = naive(of, people, open(question.option), question.within);
      expect(answer.audit.addsUp, what).toBe(true);
      expectSameCounts(answer.audit, now.counts);
      expect(answer.audit.areasNotKnown, what).toBe(of.town.areas.filter((area) => area.people === null).length);
      expectClose(answer.share, now.counts.residents ? now.counts.served / now.counts.residents : null, what);
      answer.byFifth.forEach((line, index) => {
        const {mean, ...counts} = now.byFifth[index]!;
        expectSameCounts(line, counts);
        expectClose(line.minutes.mean, mean, what);
      });
      answer.byAge.forEach((line, index) => {
        expectSameCounts(line, now.byBand[index]!);
      });
      for (const key of ['mean', 'median', 'ninetieth', 'worst'] as const)
        expectClose(answer.minutes[key], now[key], `${what} ${key}`);
      expectClose(answer.gap.sharePoints, now.gapPoints, what);
      expectClose(answer.gap.minutes, now.gapMinutes, what);
      expect(new Map(answer.open.map((each) => [each.id, each.residents])), what).toEqual(now.catchments);
      if (question.against !== question.option) {
        const before = naive(of, people, open(question.against), question.within);
        const {difference} = answer.against!;
        const {quicker, slower, unchanged, newlyReachable, noLongerReachable} = changeFor(
          people,
          before,
          now,
          question.within,
        );
        expect(difference, what).toEqual({quicker, slower, unchanged, newlyReachable, noLongerReachable, addsUp: true});
        expectSameCounts(answer.against!.audit, before.counts);
      }
    }
  });

  it('what each candidate would change is what counting again with it open gives, and they stand in that order', () => {
    for (const {what, of, question, people, open, answer} of cases) {
      const now = naive(of, people, open(question.option), question.within);
      const candidates = [...of.town.sites.keys()].filter(
        (site) => !open(question.option).includes(site) && !of.closed(question.option, site),
      );
      expect(answer.sites.map((each) => each.id).sort(), what).toEqual(candidates.map(siteId).sort());
      const effects = candidates.map((site) => effectOf(of, people, open(question.option), site, now, question.within));
      for (const {id, then, change} of effects) {
        const given = answer.sites.find((each) => each.id === id)!;
        const which = `${what} ${id}`;
        const {newlyServed, newlyServedMostDeprived, newlyReachable, quicker, unchanged} = change;
        expect(given, which).toMatchObject({newlyServed, newlyServedMostDeprived, newlyReachable, quicker, unchanged});
        expectClose(given.personMinutesSaved, change.saved, which);
        expectClose(given.personMinutesSavedMostDeprived, change.savedMostDeprived, which);
        expectClose(given.meanMinutesAfter, then.mean, which);
        expectClose(given.gapAfter.sharePoints, then.gapPoints, which);
        expectClose(given.gapAfter.minutes, then.gapMinutes, which);
        expectSameCounts(given.auditAfter, then.counts);
      }
      expect(
        answer.sites.map((each) => each.id),
        what,
      ).toEqual(inOrder(effects, question.weight));
    }
  });

  it('placing the service at a candidate and asking again gives what the ranking had promised', () => {
    expect(cases.flatMap(({placed}) => placed).length).toBeGreaterThan(50);
    for (const {what, answer, placed} of cases) {
      for (const {site, answer: after} of placed) {
        const which = `${what} ${site.id}`;
        expect(after.audit, which).toEqual(site.auditAfter);
        expect(after.audit.served - answer.audit.served, which).toBe(site.newlyServed);
        expectClose(after.gap.sharePoints, site.gapAfter.sharePoints, which);
        expectClose(after.gap.minutes, site.gapAfter.minutes, which);
        expectClose(after.minutes.mean, site.meanMinutesAfter, which);
      }
    }
  });

  it('the ledger’s gains, losses and unchanged are its total, and its total is the sum over all areas', () => {
    expect(cases.filter(({journeys}) => journeys).length).toBeGreaterThan(100);
    for (const {what, of, question, people, open, journeys} of cases) {
      if (journeys) {
        const {shareAvoided} = journeys;
        const {ledger, byFifth, service: rates, site} = journeys.of;
        const {option} = question;
        const now = naive(of, people, open(option), question.within);
        const opened = Number(site.id.slice('site-'.length)) - 1;
        const then = naive(of, people, [...open(option), opened], question.within);
        const [perPerson, uses] = [(2 * rates.usersPer1000 * rates.visitsPerYear) / 1000, rates.usersPer1000 / 1000];
        const sum = (each: (area: number) => number) => people.reduce((total, {area}) => total + each(area), 0);
        const both = (area: number) =>
          now.seconds[area]! < Infinity && (then.seconds[area]! < Infinity || shareAvoided === 1);
        const lessMinutes = (area: number) =>
          both(area)
            ? ((now.seconds[area]! - (1 - shareAvoided) * (shareAvoided === 1 ? 0 : then.seconds[area]!)) / 60) *
              perPerson
            : 0;
        expect(ledger.addsUp, what).toBe(true);
        expectClose(ledger.users, people.length * uses, what);
        expectClose(
          ledger.total.legs,
          sum((area) => (both(area) ? perPerson : 0)),
          what,
        );
        expect(ledger.total.minutes, what).toBeCloseTo(sum(lessMinutes), 3);
        for (const line of Object.keys(ledger.total) as (keyof typeof ledger.total)[]) {
          expect(ledger.gains[line] + ledger.losses[line] + ledger.unchanged[line], `${what} ${line}`).toBeCloseTo(
            ledger.total[line],
            4,
          );
          const fifths = byFifth.reduce((total, each) => total + each.ledger.total[line], 0);
          expect(fifths, `${what} ${line} by fifth`).toBeCloseTo(ledger.total[line], 4);
        }
      }
    }
  });
});

type People = ReturnType<typeof everyone>;
type Effect = {id: string; site: number; then: Naive; change: ReturnType<typeof changeFor>};

function effectOf(of: RandomTown, people: People, open: number[], site: number, now: Naive, within: number): Effect {
  const then = naive(of, people, [...open, site], within);
  return {id: siteId(site), site, then, change: changeFor(people, now, then, within)};
}

/** Weighted people newly served, minutes saved, newly reachable; the same unweighted; the shorter mean; the first by id. */
function inOrder(effects: readonly Effect[], weight: number): string[] {
  const counts = (all: number, deprived: number, w: number) => deprived + (1 - w) * (all - deprived);
  const keys = ({change}: Effect, w: number) => [
    counts(change.newlyServed, change.newlyServedMostDeprived, w),
    counts(change.saved, change.savedMostDeprived, w),
    counts(change.newlyReachable, change.newlyReachableMostDeprived, w),
  ];
  return [...effects]
    .sort((a, b) => {
      const pairs = [...keys(b, weight), ...keys(b, 0), a.then.mean ?? 1e9].map((value, index) => [
        value,
        [...keys(a, weight), ...keys(a, 0), b.then.mean ?? 1e9][index]!,
      ]);
      const differs = pairs.find(([one, other]) => Math.abs(one! - other!) > 1e-6);
      return differs ? differs[0]! - differs[1]! : a.id < b.id ? -1 : 1;
    })
    .map((each) => each.id);
}

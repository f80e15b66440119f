import {api} from '../../engine/api.ts';
import type {DuplicationAnswer} from '../../engine/duplication.ts';
import type {MeasureListed, MeasureReply} from '../../engine/measures/measures.ts';
import type {TravelAsked} from '../../engine/travel-asked.ts';
import type {Command} from './commands.ts';
import {decayIn} from './decay-words.ts';
import {duplicatesText} from './duplicates-text.ts';
import {measureText} from './measure-text.ts';
import {readyReply} from './ready-reply.ts';
import {openNamed} from './session.ts';
import {table} from './table.ts';
import {measuringFor, TRAVEL, TRAVEL_HELP, travelIn} from './travel-words.ts';
import {refuse, type Settings, type Words} from './words.ts';

const TIMES =
  '--times FROM        streets, imported or straight-line (streets where there are any, else imported, else lines)';

/** What was typed of these; the rest is left to the engine's own defaults. */
function numbersIn(words: Words, names: Record<string, string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([typed, field]) => {
      const value = words.number(typed);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

export function textsIn(words: Words, names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([typed, field]) => {
      const value = words.text(typed);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

export function csvNamed(words: Words): string | undefined {
  const csv = words.text('csv');
  if (csv !== undefined && !/\.(csv|geojson)$/i.test(csv))
    refuse(`--csv needs a file name that ends in .csv or .geojson; “${csv}” does not.`, 'csv');
  return csv;
}

const MEASURE_NUMBERS: Record<string, string> = {
  k: 'k',
  tau: 'tau',
  most: 'most',
  line: 'line',
  aversion: 'aversion',
  'share-avoided': 'shareAvoided',
  low: 'low',
  central: 'central',
  high: 'high',
  'same-day': 'sameDayShare',
  'use-both': 'shareOfBoth',
  overlap: 'overlap',
};

const MEASURE_TEXTS: Record<string, string> = {
  option: 'option',
  against: 'against',
  times: 'times',
  people: 'people',
  lens: 'lens',
  by: 'by',
  capacity: 'capacity',
  of: 'of',
  groups: 'groups',
  baseline: 'baseline',
  source: 'source',
};

const MEASURE_SETTINGS: Settings = {
  measure: 'text',
  service: 'text',
  ...TRAVEL,
  within: 'text',
  decay: 'text',
  services: 'text',
  'choice-is-goal': 'flag',
  json: 'flag',
  csv: 'text',
  ...Object.fromEntries(
    [...Object.keys(MEASURE_NUMBERS), ...Object.keys(MEASURE_TEXTS)].map((name) => [name, 'text' as const]),
  ),
};

function measureAsked(words: Words): Record<string, unknown> & TravelAsked {
  const decay = decayIn(words.text('decay'));
  const services = words
    .text('services')
    ?.split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  return {
    measure: words.needed('measure'),
    service: words.needed('service'),
    ...travelIn(words),
    within: words.neededNumber('within'),
    ...textsIn(words, MEASURE_TEXTS),
    ...numbersIn(words, MEASURE_NUMBERS),
    ...(decay && {decay}),
    ...(services && {services}),
    ...(words.flag('choice-is-goal') && {choiceIsGoal: true}),
  };
}

export const MEASURE_COMMANDS: Readonly<Record<string, Command>> = {
  measures: {
    usage: '[--json]',
    about: 'Lists the measures that can be asked for, one line each.',
    details: ['--json              the list as JSON'],
    settings: {json: 'flag'},
    alone: [0, 0],
    async run(session, words) {
      const list = await session.ask<MeasureListed[]>('measures.list');
      if (words.flag('json')) return JSON.stringify(list, null, 2);
      return table(
        ['Key', 'Measure', 'What it says', 'In the literature'],
        list.map(({key, label, oneLine, literature}) => [key, label, oneLine, literature]),
      );
    },
  },

  measure: {
    usage:
      'PROJECT.gpkg --measure KEY --service KEY --mode MODE --within MINUTES [its own settings] [--json] [--csv FILE]',
    about: 'Answers any of the measures that “closer measures” lists.',
    details: [
      '--measure KEY       closest, within, choice, 2sfca, gini, …; “closer measures” lists them',
      '--service KEY       general-practice, pharmacy, dialysis, …; “closer info” lists them',
      ...TRAVEL_HELP,
      '--within MINUTES    the cutoff; a journey of exactly so long is within it',
      '--option NAME       the arrangement asked about (as now, if not said)',
      '--against NAME      another to compare it with: then everyone who loses is listed',
      TIMES,
      '--people WHO        residents (if not said) or users of the service',
      '--lens KEY          imd (if not said), a domain such as income, or own:COLUMN of your own (lowest is most deprived)',
      '--by WHAT           add up by ward, district, or a column of your own with names of neighbourhoods',
      '--k NUMBER          for kth-closest: which choice of site (2)',
      '--decay FORM:…      linear:cutoff=30, stepped:until=10/20/30,weights=1/0.68/0.22, exponential:rate=0.1, …',
      '--capacity HOW      stated (if not said) or one-each, where sites state none',
      '--tau MINUTES       for raam: minutes that weigh as much as an average load (60)',
      '--of KEY            equity and inequality: of which measure by area (closest)',
      '--groups HOW        fifths, local-fifths, local-tenths or areas',
      '--most NUMBER       for erreygers: the upper bound (the longest journey measured)',
      '--line NUMBER       for poverty: the line (the cutoff)',
      '--aversion NUMBER   for kolm-pollak: below 0 (−1)',
      '--share-avoided S   for journeys: share of legs that no longer occur, 0 to 1',
      '--baseline COLUMN   for admissions: your own column of admissions a year',
      '--low N --central N --high N  and --source TEXT: the range, and where it comes from; none without it',
      '--services A,B,…    for bundle: the services',
      '--same-day SHARE    for bundle: β, the share of visits on one day (0.25)',
      '--use-both SHARE    for bundle: share of the smallest service’s users who use them all (0.25)',
      '--overlap SHARE     for duplicates: the least overlap (0.8)',
      '--choice-is-goal    for duplicates: a second provider within the cutoff is wanted',
      '--json              the whole answer as JSON',
      '--csv FILE          the measure by area, as a table with the losers (.csv or .geojson)',
    ],
    settings: MEASURE_SETTINGS,
    alone: [1, 1],
    async run(session, words) {
      const asked = measureAsked(words);
      const csv = csvNamed(words);
      await openNamed(session, words.alone()[0]!, false);
      const {answer} = await readyReply<MeasureReply>(session, 'measure.answer', asked, measuringFor(asked));
      if (csv !== undefined) await session.ask('export.measure', {...asked, to: session.grant(csv)});
      return words.flag('json') ? JSON.stringify(answer, null, 2) : measureText(answer);
    },
  },

  duplicates: {
    usage:
      'PROJECT.gpkg --service KEY --mode MODE --within MINUTES [--overlap SHARE] [--choice-is-goal] [--without SITE] [--json] [--csv FILE]',
    about: 'Finds sites of a service that serve the same people, with choice and losers beside them.',
    details: [
      '--service KEY       general-practice, pharmacy, …; services of the same sort count with it',
      ...TRAVEL_HELP,
      '--within MINUTES    the cutoff',
      '--option NAME       the arrangement asked about (as now, if not said)',
      TIMES,
      '--lens KEY          what deprivation is read from (imd)',
      '--people WHO        residents (if not said) or users',
      '--overlap SHARE     least share of a site’s people who are within the other’s reach (0.8)',
      '--choice-is-goal    a second provider within the cutoff is wanted, and then no duplicate',
      '--without SITE      what closing this one would do to both, and who would lose',
      '--json              the whole answer as JSON',
      '--csv FILE          every finding, as a table (.csv or .geojson)',
    ],
    settings: {
      service: 'text',
      ...TRAVEL,
      within: 'text',
      option: 'text',
      times: 'text',
      lens: 'text',
      people: 'text',
      overlap: 'text',
      'choice-is-goal': 'flag',
      without: 'text',
      json: 'flag',
      csv: 'text',
    },
    alone: [1, 1],
    async run(session, words) {
      const asked = {
        service: words.needed('service'),
        ...travelIn(words),
        within: words.neededNumber('within'),
        ...textsIn(words, {option: 'option', times: 'times', lens: 'lens', people: 'people', without: 'without'}),
        ...numbersIn(words, {overlap: 'overlap'}),
        ...(words.flag('choice-is-goal') && {choiceIsGoal: true}),
      };
      const csv = csvNamed(words);
      await openNamed(session, words.alone()[0]!, false);
      const answer = await readyReply<DuplicationAnswer>(session, 'duplication.list', asked, measuringFor(asked));
      if (csv !== undefined) await session.ask('export.duplicates', {...asked, to: session.grant(csv)});
      return words.flag('json') ? JSON.stringify(answer, null, 2) : duplicatesText(answer);
    },
  },

  call: {
    usage: 'PROJECT.gpkg NAME [JSON]',
    about: 'Makes any call that a screen makes, with its input as JSON, and prints the answer as JSON: for scripts.',
    details: [
      'for instance        closer call town.gpkg services.edit \'{"service": "dialysis", "usersPer1000": 0.4}\'',
      'A change is one undo step, and is saved.',
    ],
    settings: {},
    alone: [2, 3],
    async run(session, words) {
      const [project, name, json] = words.alone();
      const kind = Object.hasOwn(api, name!) ? (api as Record<string, {kind: string}>)[name!]!.kind : null;
      if (kind === null) refuse(`There is no call “${name}”. There are: ${Object.keys(api).join(', ')}.`, 'name');
      if (name!.startsWith('project.'))
        refuse('A command opens and saves its project itself. Name another call.', 'name');
      await openNamed(session, project!, kind === 'change');
      const reply = await session.ask<unknown>(name!, inputOf(json));
      if (kind === 'change' || name === 'history.undo' || name === 'history.redo') await session.ask('project.save');
      return JSON.stringify(reply, null, 2);
    },
  },
};

function inputOf(json: string | undefined): unknown {
  if (json === undefined) return {};
  try {
    return JSON.parse(json);
  } catch (error) {
    return refuse(`The input is no JSON: ${(error as Error).message}. Write it as {"service": "dialysis"}.`, 'input');
  }
}

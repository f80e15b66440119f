import {basename, resolve} from 'node:path';
import type {Answer} from '../../engine/answer-shape.ts';
import type {LedgerAnswer} from '../../engine/journeys.ts';
import type {Measured} from '../../engine/travel.ts';
import {IMPORT} from './import-command.ts';
import {infoOf, infoText} from './info.ts';
import {allJourneys} from './journeys-command.ts';
import {ledgerText} from './ledger-text.ts';
import {MEASURE_COMMANDS, textsIn} from './measure-commands.ts';
import {scoreText} from './score-text.ts';
import {SEARCH} from './search-command.ts';
import {newProjectFile, openNamed, type Session} from './session.ts';
import {SOURCES} from './sources-command.ts';
import {whole} from './table.ts';
import {refuse, type Settings, type Words} from './words.ts';

export interface Command {
  /** What is typed after the command's name, as the help shows it. */
  usage: string;
  /** One line of help, and a line for each setting. */
  about: string;
  details: string[];
  settings: Settings;
  /** How many words stand alone, at least and at most. */
  alone: [number, number];
  /** What is printed on standard output. */
  run: (session: Session, words: Words) => Promise<string>;
}

const MODES = ['drive', 'walk', 'cycle'] as const;

const QUESTION: Settings = {
  service: 'text',
  mode: 'text',
  within: 'text',
  option: 'text',
  against: 'text',
  weight: 'text',
  times: 'text',
};
const QUESTION_HELP = [
  '--service KEY       general-practice, pharmacy, dialysis, …; “closer info” lists them',
  '--mode MODE         drive, walk or cycle',
  '--within MINUTES    who is within this of an open site counts as served',
  '--option NAME       the arrangement asked about (as now, if not said)',
  '--against NAME      another to compare it with (as now, if not said): everyone who loses is listed',
  '--times FROM        streets (if not said), imported or straight-line',
  '--weight SHARE      0 ranks sites for everyone, 1 for the most deprived fifth alone (0, if not said)',
];

interface Question {
  service: string;
  mode: (typeof MODES)[number];
  within: number;
  option: string | undefined;
  against: string | undefined;
  weight: number | undefined;
  times: string | undefined;
}

function questionIn(words: Words): Question {
  return {
    service: words.needed('service'),
    mode: words.choice('mode', ...MODES),
    within: words.neededNumber('within'),
    option: words.text('option'),
    against: words.text('against'),
    weight: words.number('weight'),
    times: words.text('times'),
  };
}

type Scored<K extends string, A> =
  | ({state: 'ready'} & Record<K, A>)
  | {state: 'waiting'}
  | {state: 'needs'; needs: string[]};

/** Asks once; if travel times are wanting, measures them and asks again. They are kept only by `closer travel`. */
async function answered<K extends string, A>(
  session: Session,
  key: K,
  name: string,
  input: {mode: string},
): Promise<A> {
  const first = await session.ask<Scored<K, A>>(name, input);
  if (first.state === 'waiting') await session.ask('travel.measure', {mode: input.mode});
  const reply = first.state === 'waiting' ? await session.ask<Scored<K, A>>(name, input) : first;
  if (reply.state === 'needs') {
    refuse(
      `There is no answer yet: this project has no ${reply.needs.join(', no ')}. Bring them with “closer import”.`,
    );
  }
  if (reply.state === 'waiting') refuse('The project was changed while travel times were measured. Please ask again.');
  return reply[key];
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  new: {
    usage: 'PROJECT.gpkg [--name TEXT] [--from PACK.gpkg]',
    about: 'Starts a project: empty, or from an evidence pack.',
    details: [
      '--name TEXT         the place planned for (the file’s name, if not said)',
      '--from PACK.gpkg    begin with the evidence, sites and services of a pack or another project',
    ],
    settings: {name: 'text', from: 'text'},
    alone: [1, 1],
    async run(session, words) {
      const project = words.alone()[0]!;
      const path = newProjectFile(project);
      const from = words.text('from');
      const name = words.text('name') ?? basename(path).replace(/\.gpkg$/i, '');
      await session.ask('project.create', {name, ...(from !== undefined && {from: session.grant(from)})});
      await session.ask('project.save', {to: session.grant(path)});
      if (from !== undefined) return `Started ${project} from ${from}.`;
      return `Started ${project}. Bring evidence with “closer import ${project} FILE…”.`;
    },
  },

  sample: {
    usage: 'PROJECT.gpkg',
    about: 'Makes a project of the invented sample town, with everything in it.',
    details: [],
    settings: {},
    alone: [1, 1],
    async run(session, words) {
      const project = words.alone()[0]!;
      const path = newProjectFile(project);
      await session.ask('project.sample');
      await session.ask('project.save', {to: session.grant(path)});
      return `Made ${project}. Ask it something: closer score ${project} --service dialysis --mode drive --within 30`;
    },
  },

  import: IMPORT,

  pack: {
    usage: 'PROJECT.gpkg --to PACK.gpkg',
    about: 'Writes an evidence pack: a project with its evidence, sites and services, without what was planned in it.',
    details: ['--to PACK.gpkg      a new file; begin from it with “closer new PROJECT.gpkg --from PACK.gpkg”'],
    settings: {to: 'text'},
    alone: [1, 1],
    async run(session, words) {
      const to = words.needed('to');
      const path = newProjectFile(to);
      await openNamed(session, words.alone()[0]!, false);
      await session.ask('project.pack', {to: session.grant(path)});
      return `Packed ${to}. Begin from it with “closer new PROJECT.gpkg --from ${to}”.`;
    },
  },

  info: {
    usage: 'PROJECT.gpkg [--json]',
    about: 'Says what a project holds.',
    details: ['--json              the same as JSON; the same project always gives the same text'],
    settings: {json: 'flag'},
    alone: [1, 1],
    async run(session, words) {
      await openNamed(session, words.alone()[0]!, false);
      const info = await infoOf(session);
      return words.flag('json') ? asJson(info) : infoText(info);
    },
  },

  sources: SOURCES,

  travel: {
    usage: 'PROJECT.gpkg --mode drive|walk|cycle [--limit MINUTES]',
    about: 'Measures and keeps the travel times from every area to every site.',
    details: [
      '--mode MODE         drive, walk or cycle',
      '--limit MINUTES     the longest journey looked for; kept in the project as an assumption',
    ],
    settings: {mode: 'text', limit: 'text'},
    alone: [1, 1],
    async run(session, words) {
      const mode = words.choice('mode', ...MODES);
      const limit = words.number('limit');
      await openNamed(session, words.alone()[0]!, true);
      if (limit !== undefined) await setLimit(session, limit);
      const did = await session.ask<Measured>('travel.measure', {mode});
      await session.ask('project.save');
      const pairs = `${whole(did.areas)} areas × ${whole(did.sites)} sites = ${whole(did.pairs)} pairs by ${mode}`;
      return `${pairs}: ${whole(did.measured)} sites measured, ${whole(did.reused)} known before, ${whole(did.unreachable)} pairs with no route.`;
    },
  },

  score: {
    usage:
      'PROJECT.gpkg --service KEY --mode MODE --within MINUTES [--option NAME] [--weight SHARE] [--json] [--csv FILE]',
    about: 'Says how well a service serves everyone, and which site would improve that most.',
    details: [
      ...QUESTION_HELP,
      '--json              the whole answer as JSON',
      '--csv FILE          the answer by area, as a table',
    ],
    settings: {...QUESTION, json: 'flag', csv: 'text'},
    alone: [1, 1],
    async run(session, words) {
      const question = questionIn(words);
      const csv = words.text('csv');
      if (csv !== undefined && !csv.toLowerCase().endsWith('.csv'))
        refuse(`--csv needs a file name that ends in .csv; “${csv}” does not.`);
      await openNamed(session, words.alone()[0]!, false);
      const answer = await answered<'answer', Answer>(session, 'answer', 'score.answer', question);
      if (csv !== undefined) await session.ask('export.write', {...question, what: 'answer', to: session.grant(csv)});
      return words.flag('json') ? asJson(answer) : scoreText(answer);
    },
  },

  ...MEASURE_COMMANDS,

  journeys: {
    usage:
      'PROJECT.gpkg --mode MODE [--service KEY] [--at SITE] [--option NAME] [--against NAME] [--json] [--csv FILE]',
    about: 'Counts what services at sites would save: journeys, minutes, kilometres, carbon, pounds.',
    details: [
      'With --at: one service opening at that site. With --option: everything that option changes. Else: every service at every site.',
      '--service KEY       one service alone (all that are offered anywhere, if not said)',
      QUESTION_HELP[1]!,
      '--at SITE           a site’s id, code or name',
      QUESTION_HELP[3]!,
      '--against NAME      the arrangement it is compared with (as now, if not said)',
      '--times FROM        streets, imported or straight-line',
      '--share-avoided S   share of legs that no longer occur, 0 to 1',
      '--by WHAT           ward (if not said), district, or a column of your own',
      '--lens KEY          what deprivation is read from (imd)',
      '--car COLUMN        your own column with the share of people with a car: the others go on foot',
      '--json              the whole ledger as JSON',
      '--csv FILE          a line for every service and area, with all who lose (.csv or .geojson)',
    ],
    settings: {
      service: 'text',
      at: 'text',
      mode: 'text',
      option: 'text',
      against: 'text',
      times: 'text',
      'share-avoided': 'text',
      by: 'text',
      lens: 'text',
      car: 'text',
      json: 'flag',
      csv: 'text',
    },
    alone: [1, 1],
    async run(session, words) {
      if (words.text('at') === undefined) return allJourneys(session, words);
      const mode = words.choice('mode', ...MODES);
      const shareAvoided = words.number('share-avoided');
      const asked = {
        service: words.needed('service'),
        site: words.needed('at'),
        mode,
        ...textsIn(words, {option: 'option', times: 'times'}),
        ...(shareAvoided !== undefined && {shareAvoided}),
      };
      await openNamed(session, words.alone()[0]!, false);
      const ledger = await answered<'journeys', LedgerAnswer>(session, 'journeys', 'journeys.ledger', asked);
      return words.flag('json') ? asJson(ledger) : ledgerText(ledger);
    },
  },

  search: SEARCH,

  export: {
    usage:
      'PROJECT.gpkg --what areas|sites|answer|travel-times --to FILE.csv|.geojson [the settings of “score” for answer]',
    about: 'Writes areas, sites, an answer or travel times to a file for a spreadsheet or a map.',
    details: [
      '--what WHAT         areas, sites, answer or travel-times (these need --mode)',
      '--to FILE           a name that ends in .csv or .geojson',
      '--form FORM         travel times wide (a column a site) or long (a row a pair)',
      'and for an answer:',
      ...QUESTION_HELP,
    ],
    settings: {...QUESTION, what: 'text', to: 'text', form: 'text'},
    alone: [1, 1],
    async run(session, words) {
      const what = words.choice('what', 'areas', 'sites', 'answer', 'travel-times');
      const to = words.needed('to');
      if (!/\.(csv|geojson)$/i.test(to))
        refuse(`--to needs a file name that ends in .csv or .geojson; “${to}” does not.`);
      const question =
        what === 'answer'
          ? questionIn(words)
          : what === 'travel-times'
            ? {mode: words.choice('mode', ...MODES), times: words.text('times'), form: words.text('form')}
            : {option: words.text('option')};
      await openNamed(session, words.alone()[0]!, false);
      if ('service' in question) await answered(session, 'answer', 'score.answer', question);
      else if (what === 'travel-times' && (words.text('times') ?? 'streets') === 'streets')
        await measureIfWanting(session, words.needed('mode'));
      const {rows} = await session.ask<{rows: number}>('export.write', {...question, what, to: session.grant(to)});
      return `Wrote ${whole(rows)} rows to ${to}.`;
    },
  },

  serve: {
    usage: '[PROJECT.gpkg]',
    about: 'Opens Closer in a browser on this computer, at an address that it prints.',
    details: [],
    settings: {},
    alone: [0, 1],
    async run(_session, words) {
      const {serveHere} = await import('../serve.ts');
      const project = words.alone()[0];
      await serveHere({folder: process.cwd(), ...(project !== undefined && {project: resolve(project)})});
      return '';
    },
  },
};

/** Times along streets that are not kept yet are measured first; without streets the engine has others. */
async function measureIfWanting(session: Session, mode: string): Promise<void> {
  const {missing, needs} = await session.ask<{missing: number; needs: string[]}>('travel.status', {mode});
  if (missing > 0 && !needs.includes('streets')) await session.ask('travel.measure', {mode});
}

async function setLimit(session: Session, limit: number): Promise<void> {
  const figures = await session.ask<{key: string; value: number}[]>('assumptions.list');
  if (figures.find(({key}) => key === 'travel-limit')?.value === limit) return;
  await session.ask('assumptions.set', {
    key: 'travel-limit',
    value: limit,
    reason: 'Set at the command line with --limit.',
  });
}

function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

import {resolve} from 'node:path';
import type {LedgerAnswer} from '../../engine/journeys.ts';
import {EXPORT} from './export-command.ts';
import {IMPORT} from './import-command.ts';
import {infoOf, infoText} from './info.ts';
import {allJourneys} from './journeys-command.ts';
import {ledgerText} from './ledger-text.ts';
import {MEASURE_COMMANDS, textsIn} from './measure-commands.ts';
import {PROJECT_COMMANDS} from './project-commands.ts';
import {QUESTION, QUESTION_HELP, questionIn, type Scored} from './question-words.ts';
import {readyReply} from './ready-reply.ts';
import {REBASE} from './rebase-command.ts';
import {ROUTE} from './route-command.ts';
import {scoreText} from './score-text.ts';
import {SEARCH} from './search-command.ts';
import {openNamed, type Session} from './session.ts';
import {SOURCES} from './sources-command.ts';
import {STREETS} from './streets-command.ts';
import {TRAVEL} from './travel-command.ts';
import {measuringFor, TRAVEL_HELP, TRAVEL as TRAVEL_WORDS, travelIn} from './travel-words.ts';
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

type Ledger = {state: 'ready'; journeys: LedgerAnswer} | Exclude<Scored, {state: 'ready'}>;

export const COMMANDS: Readonly<Record<string, Command>> = {
  ...PROJECT_COMMANDS,

  import: IMPORT,

  rebase: REBASE,

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

  travel: TRAVEL,
  route: ROUTE,
  streets: STREETS,

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
      const {answer} = await readyReply<Scored>(session, 'score.answer', question, measuringFor(question));
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
      ...TRAVEL_HELP,
      '--at SITE           a site’s id, code or name',
      '--option NAME       the arrangement asked about (as now, if not said)',
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
      ...TRAVEL_WORDS,
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
      const shareAvoided = words.number('share-avoided');
      const asked = {
        service: words.needed('service'),
        site: words.needed('at'),
        ...travelIn(words),
        ...textsIn(words, {option: 'option', times: 'times'}),
        ...(shareAvoided !== undefined && {shareAvoided}),
      };
      await openNamed(session, words.alone()[0]!, false);
      const {journeys: ledger} = await readyReply<Ledger>(session, 'journeys.ledger', asked, measuringFor(asked));
      return words.flag('json') ? asJson(ledger) : ledgerText(ledger);
    },
  },

  search: SEARCH,

  export: EXPORT,

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

function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

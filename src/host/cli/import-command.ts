import {readdirSync, statSync} from 'node:fs';
import {join, relative} from 'node:path';
import type {Inspected} from '../../engine/look-at-files.ts';
import type {Command} from './commands.ts';
import {openNamed, type Session} from './session.ts';
import {oneDecimal, table, whole} from './table.ts';
import {refuse} from './words.ts';

/** `closer import`: many files or folders taken in one act, or (`--dry-run`) only looked at. */
export const IMPORT: Command = {
  usage: 'PROJECT.gpkg FILE|FOLDER… [--as KIND [--columns HEADING=PART…]] [--grid FILE] [--dry-run [--json]]',
  about: 'Brings evidence: boundaries, deprivation, residents, sites, streets; told apart by what is in them.',
  details: [
    'A folder stands for all files in it, and in the folders in it.',
    '--as KIND           say what the files are: boundaries, centroids, deprivation, residents, sites, streets,',
    '                    travel-times (a matrix from elsewhere, wide or long), columns (your own, by area), postcodes',
    '                    or lookup (small areas of 2011 and their successors)',
    '--columns H=PART…   with --as: which heading plays which part, as in “Premises=site name”; no other is read',
    '--grid FILE         OSTN15 (uk_os_OSTN15_NTv2_OSGBtoETRS.tif): metres of the National Grid to a centimetre, not to 5 m',
    '--dry-run           only say what each file is, and how many of its rows can be taken; nothing is changed',
    '--json              with --dry-run: the same as JSON',
  ],
  settings: {as: 'text', columns: 'list', grid: 'text', 'dry-run': 'flag', json: 'flag'},
  alone: [2, Number.POSITIVE_INFINITY],
  async run(session, words) {
    const [project, ...named] = words.alone();
    const as = words.text('as');
    const columns = words.list('columns');
    const grid = words.text('grid');
    const files = named.flatMap(filesOf);
    if (files.length === 0) refuse(`There is no file in ${named.join(', ')}.`);
    if (words.flag('dry-run')) {
      if (as !== undefined || columns) refuse('--dry-run says what the files are; leave --as out.', 'as');
      await openNamed(session, project!, false);
      const seen = await lookedAt(session, files);
      return words.flag('json') ? JSON.stringify(seen, null, 2) : dryRunText(seen);
    }
    if (words.flag('json')) refuse('--json goes with --dry-run.', 'json');
    await openNamed(session, project!, true);
    const grants = files.map((file) => session.grant(file.path));
    const said = {
      ...(as !== undefined && {as}),
      ...(columns && {columns}),
      ...(grid !== undefined && {grid: session.grant(grid)}),
    };
    const taken = await session.ask<{sentence: string}[]>('evidence.import', {files: grants, ...said});
    await session.ask('project.save');
    return taken.map(({sentence}) => sentence).join('\n');
  },
};

interface Named {
  path: string;
  /** As it is shown: below the folder that was named, where one was. */
  shown: string;
}

/** A file itself; of a folder all that are in it, by name. Hidden files are nobody's evidence. */
function filesOf(named: string): Named[] {
  if (!statSync(named, {throwIfNoEntry: false})?.isDirectory()) return [{path: named, shown: named}];
  return readdirSync(named, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({path, shown: relative(named, path)}))
    .filter(({shown}) => !shown.split(/[\\/]/).some((part) => part.startsWith('.')))
    .sort((a, b) => (a.shown < b.shown ? -1 : 1));
}

type Seen = Omit<Inspected, 'columns' | 'headings' | 'roles' | 'preview' | 'fileName'> & {
  file: string;
  seconds: number;
};

async function lookedAt(session: Session, files: readonly Named[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const {path, shown} of files) {
    const from = performance.now();
    const [inspected] = await session.ask<Inspected[]>('evidence.inspect', {files: [session.grant(path)]});
    const {columns: _columns, headings: _headings, roles: _roles, preview: _preview, ...others} = inspected!;
    const {fileName: _fileName, ...rest} = others;
    seen.push({file: shown, ...rest, seconds: Math.round((performance.now() - from) / 10) / 100});
  }
  return seen;
}

function dryRunText(seen: readonly Seen[]): string {
  const refusedFiles = seen.filter(({kind}) => kind === 'refused');
  const notImported = seen.filter(({kind, imported}) => kind !== 'refused' && !imported);
  const lines = [
    table(
      ['File', 'Recognised as', 'Kind', 'Edition', '>Rows taken', '>Refused', '>Seconds'],
      seen.map((each) => [
        each.file,
        each.kind === 'refused' ? 'refused' : each.title,
        each.kind === 'refused' ? '' : `${each.kind}${each.imported ? '' : ' *'}`,
        each.edition,
        each.kind === 'refused' || each.kind === 'streets' ? '–' : whole(each.rowsTaken),
        each.kind === 'refused' || each.kind === 'streets' ? '–' : whole(each.rowsRefused),
        oneDecimal(each.seconds),
      ]),
    ),
  ];
  if (notImported.length > 0) lines.push('', '* Closer knows this file, but a project does not hold its kind.');
  for (const {file, sentence} of refusedFiles) lines.push('', `${file}: ${sentence}`);
  lines.push('', `Nothing was changed.`);
  return lines.join('\n');
}

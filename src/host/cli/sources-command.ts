import type {Refusal, Source} from '../../domain/source.ts';
import type {GoneBack} from '../../engine/go-back.ts';
import type {Command} from './commands.ts';
import {openNamed} from './session.ts';
import {table, whole} from './table.ts';
import {refuse} from './words.ts';

type Listed = Source & {replacedBy: string | null; year: number | null; old: boolean};

/** `closer sources`: every edition that the project holds or held, the rows that were left out of them, and the way back to one. */
export const SOURCES: Command = {
  usage: 'PROJECT.gpkg [--all] [--left-out] [--back KIND] [--json]',
  about: 'Lists where the evidence came from: publisher, edition, licence, rows taken and left out, what was noticed.',
  details: [
    '--all               editions that were replaced, too',
    '--left-out          instead: each row that was left out and why, as CSV (file,row,column,reason)',
    '--back KIND         instead: puts the edition before in force again (boundaries, centroids, deprivation, residents, streets,',
    '                    travel-times, postcodes or lookup) and saves; once more comes forward again',
    '--json              all that is known of each source, as JSON',
  ],
  settings: {all: 'flag', 'left-out': 'flag', back: 'text', json: 'flag'},
  alone: [1, 1],
  async run(session, words) {
    if (words.flag('left-out') && words.flag('json')) refuse('Choose --left-out or --json.', 'json');
    const back = words.text('back');
    if (back !== undefined && (words.flag('left-out') || words.flag('all')))
      refuse('--back goes with neither --all nor --left-out.', 'back');
    await openNamed(session, words.alone()[0]!, back !== undefined);
    if (back !== undefined) {
      const done = await session.ask<GoneBack>('evidence.goBack', {kind: back});
      await session.ask('project.save');
      return words.flag('json') ? JSON.stringify(done, null, 2) : done.sentence;
    }
    const {sources} = await session.ask<{sources: Listed[]}>('evidence.sources');
    const listed = sources.filter(({replacedBy}) => words.flag('all') || replacedBy === null);
    if (words.flag('json')) return JSON.stringify(listed, null, 2);
    if (!words.flag('left-out')) return sourcesText(listed);
    const lines = ['file,row,column,reason'];
    for (const {id, fileName} of listed)
      for (const {row, column, reason} of await session.ask<Refusal[]>('evidence.refusals', {source: id}))
        lines.push([fileName, String(row), column, reason].map(cell).join(','));
    return lines.join('\n');
  },
};

/** A cell of CSV. One that a spreadsheet would take for a formula is told apart by an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function sourcesText(sources: readonly Listed[]): string {
  if (sources.length === 0) return 'This project has no evidence yet. Bring some with “closer import”.';
  const lines = [
    table(
      ['Kind', 'Title', 'Edition', '>Of', 'Publisher', '>Taken', '>Left out', 'File', 'Imported'],
      sources.map((each) => [
        each.replacedBy === null ? each.kind : `${each.kind} (replaced)`,
        each.title,
        each.edition,
        each.year === null ? '–' : `${each.year}${each.old ? ' (old)' : ''}`,
        each.publisher,
        whole(each.rowsTaken),
        whole(each.rowsRefused),
        each.fileName,
        each.importedAt.slice(0, 10),
      ]),
    ),
  ];
  for (const {fileName, notes} of sources) for (const note of notes) lines.push('', `${fileName}: ${note}`);
  const attributions = [...new Set(sources.map(({attribution}) => attribution).filter((each) => each !== ''))];
  lines.push('', 'To stand on every map and export:', ...attributions.map((each) => `  ${each}`));
  return lines.join('\n');
}

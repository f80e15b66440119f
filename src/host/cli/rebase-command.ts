import type {RebaseSeen} from '../../engine/rebase-kept.ts';
import type {Command} from './commands.ts';
import {openNamed} from './session.ts';
import {percent, table, whole} from './table.ts';

/** `closer rebase`: evidence that is on the other edition of small areas than the project, brought to the project's. */
export const REBASE: Command = {
  usage: 'PROJECT.gpkg [--dry-run] [--json]',
  about: 'Brings residents and deprivation to the small areas of the project, through the lookup that it holds.',
  details: [
    '--dry-run           only say what would become of them; nothing is changed',
    '--json              the same as JSON: totals before and after, and every area that did not just carry on',
  ],
  settings: {'dry-run': 'flag', json: 'flag'},
  alone: [1, 1],
  async run(session, words) {
    const look = words.flag('dry-run');
    await openNamed(session, words.alone()[0]!, !look);
    const seen = await session.ask<RebaseSeen>(look ? 'rebase.look' : 'rebase.run');
    if (!look) await session.ask('project.save');
    return words.flag('json') ? JSON.stringify(seen, null, 2) : rebaseText(seen, look);
  },
};

function rebaseText({evidence, changed, lookup}: RebaseSeen, look: boolean): string {
  if (evidence.length === 0)
    return lookup
      ? 'Nothing here needs a rebase: residents and deprivation are on the areas of the project.'
      : 'There is no lookup between editions of small areas in this project. Bring it with “closer import”.';
  const lines = [
    table(
      ['Evidence', '>Areas before', '>Areas here after', '>Residents before', '>after', '>Left out'],
      evidence.map((each) => [
        each.title,
        whole(each.areas),
        whole(each.areasAfter),
        each.before === null ? '–' : whole(each.before),
        each.after === null ? '–' : whole(each.after),
        whole(each.leftOut),
      ]),
    ),
    ...evidence.flatMap(({title, notes}) => notes.map((note) => `${title}: ${note}`)),
    '',
    table(
      ['Area', 'Became', 'Now', '>Share of its people'],
      changed.flatMap(({code, became, to}) =>
        to.map((each, index) => [
          index === 0 ? code : '',
          index === 0 ? became : '',
          `${each.code} ${each.name}`.trim(),
          percent(each.share),
        ]),
      ),
    ),
  ];
  if (look) lines.push('', 'Nothing was changed.');
  return lines.join('\n');
}

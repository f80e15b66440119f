import {travelPhrase} from '../../domain/mode.ts';
import type {Measured} from '../../engine/travel.ts';
import type {MatrixWritten} from '../../engine/travel-matrix.ts';
import type {Command} from './commands.ts';
import {openNamed, type Session} from './session.ts';
import {whole} from './table.ts';
import {TRAVEL_HELP, TRAVEL as TRAVEL_WORDS, travelIn} from './travel-words.ts';
import {refuse} from './words.ts';

/** `closer travel`: times from every area to every site, kept in the project; or between all areas, to a file. */
export const TRAVEL: Command = {
  usage:
    'PROJECT.gpkg --mode drive|walk|cycle [--time WHEN] [--step-free] [--option NAME] [--limit MINUTES | --all-pairs --to FILE.matrix]',
  about: 'Measures and keeps the travel times from every area to every site; or those between all areas, in a file.',
  details: [
    ...TRAVEL_HELP,
    '--option NAME       along the streets as they are in this option (as now, if not said)',
    '--limit MINUTES     the longest journey looked for; kept in the project as an assumption',
    '--all-pairs         from every area to every area instead; the project is not changed',
    '--to FILE.matrix    with --all-pairs: seconds and metres, six bytes a pair (docs/file-format.md says how they stand)',
  ],
  settings: {...TRAVEL_WORDS, option: 'text', limit: 'text', 'all-pairs': 'flag', to: 'text'},
  alone: [1, 1],
  async run(session, words) {
    const travel = {...travelIn(words), option: words.text('option')};
    const by = travelPhrase(travel);
    const project = words.alone()[0]!;
    const limit = words.number('limit');
    const to = words.text('to');
    if (words.flag('all-pairs')) {
      if (limit !== undefined) refuse('--all-pairs has no limit: leave --limit out.', 'limit');
      if (to === undefined) refuse('--all-pairs needs a file: --to FILE.matrix.', 'to');
      await openNamed(session, project, false);
      const did = await session.ask<MatrixWritten>('travel.matrix', {...travel, to: session.grant(to)});
      return `${pairs(did.areas, 'areas', did.pairs, by)}: ${whole(did.unreachable)} with no route; ${whole(did.areasOffStreets)} areas are off the streets. Wrote ${to}, ${(did.bytes / 1e6).toFixed(1)} MB.`;
    }
    if (to !== undefined) refuse('--to goes with --all-pairs.', 'to');
    await openNamed(session, project, true);
    if (limit !== undefined) await setLimit(session, limit);
    const did = await session.ask<Measured>('travel.measure', travel);
    const {beyond} = await session.ask<{beyond: string | null}>('travel.beyond', travel);
    await session.ask('project.save');
    const told = `${pairs(did.areas, 'sites', did.pairs, by, did.sites)}: ${whole(did.measured)} sites measured, ${whole(did.reused)} known before, ${whole(did.unreachable)} pairs with no route.`;
    return beyond ? `${told}\n${beyond}` : told;
  },
};

function pairs(areas: number, what: string, count: number, by: string, others = areas): string {
  return `${whole(areas)} areas × ${whole(others)} ${what} = ${whole(count)} pairs ${by}`;
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

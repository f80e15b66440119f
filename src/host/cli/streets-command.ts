import type {LngLat} from '../../domain/evidence.ts';
import {STREET_SORTS} from '../../domain/street-change.ts';
import type {StreetChangeLine, StreetStretch} from '../../engine/street-queries.ts';
import type {Command} from './commands.ts';
import {openNamed, type Session} from './session.ts';
import {oneDecimal, table, whole} from './table.ts';
import {refuse, type Words} from './words.ts';

const SORTS = STREET_SORTS.map(({sort}) => sort);

/** `closer streets`: what an option changes in the streets, and changing it. */
export const STREETS: Command = {
  usage:
    'PROJECT.gpkg [--option NAME] [--find WORDS | --close STREET | --limit STREET --mph N | --add NAME --line "LNG LAT, …" | --take-back ID] [--json]',
  about:
    'Lists what an option changes in the streets; closes one, limits its speed, or adds one. Each is one undo step.',
  details: [
    '--option NAME       the option changed or listed (as now, if not said: then it holds in every option)',
    '--find WORDS        names of streets that hold the words, and how long they are',
    '--close STREET      closes a street, both ways: the whole of it, or with --between the part between two others',
    '--between A --and B the part of the street that leads from the street A to the street B',
    '--cars              closed to cars alone; cycles and people on foot still pass',
    '--limit STREET      with --mph: another speed limit',
    '--mph N             miles an hour',
    '--add NAME          a new street, with --line; it joins the streets at each point within 20 m of one',
    '--line "LNG LAT, …" its points in longitude and latitude',
    `--sort SORT         what sort it is: ${SORTS.join(', ')} (residential, if not said)`,
    '--one-way           cars and cycles pass the new street as its points run, and not back',
    '--reason TEXT       why: kept with the change',
    '--take-back ID      takes a change out again, by its id in the list',
    '--json              the list as JSON',
  ],
  settings: {
    option: 'text',
    find: 'text',
    close: 'text',
    between: 'text',
    and: 'text',
    cars: 'flag',
    limit: 'text',
    mph: 'text',
    add: 'text',
    line: 'text',
    sort: 'text',
    'one-way': 'flag',
    reason: 'text',
    'take-back': 'text',
    json: 'flag',
  },
  alone: [1, 1],
  async run(session, words) {
    const doing = ['find', 'close', 'limit', 'add', 'take-back'].filter((each) => words.text(each) !== undefined);
    if (doing.length > 1) refuse(`Do one thing at a time: --${doing.join(' or --')}.`, doing[1]);
    const edits = doing.length === 1 && doing[0] !== 'find';
    await openNamed(session, words.alone()[0]!, edits);
    const find = words.text('find');
    if (find !== undefined) {
      const found = await session.ask<{name: string; metres: number}[]>('streets.find', {words: find});
      if (found.length === 0) return `No street’s name holds “${find}”.`;
      return table(
        ['Street', '>Metres'],
        found.map(({name, metres}) => [name, whole(metres)]),
      );
    }
    if (edits) {
      await edit(session, words);
      await session.ask('project.save');
    }
    const lines = await session.ask<StreetChangeLine[]>('streets.changes', {option: words.text('option')});
    return words.flag('json') ? JSON.stringify(lines, null, 2) : listText(lines);
  },
};

async function edit(session: Session, words: Words): Promise<void> {
  const takeBack = words.text('take-back');
  if (takeBack !== undefined) return session.ask('streets.takeBack', {change: takeBack});
  const option = words.text('option') ?? 'as-now';
  const reason = words.text('reason');
  const add = words.text('add');
  if (add !== undefined) {
    const sort = words.text('sort') === undefined ? 'residential' : words.choice('sort', ...SORTS);
    return session.ask('streets.add', {
      option,
      name: add,
      line: lineIn(words),
      sort,
      mph: words.number('mph'),
      oneWay: words.flag('one-way'),
      reason,
    });
  }
  const close = words.text('close');
  const [from, to] = [words.text('between'), words.text('and')];
  if ((from === undefined) !== (to === undefined)) refuse('Name both streets: --between A --and B.', 'between');
  const name = close ?? words.needed('limit');
  const stretch = await session.ask<StreetStretch>('streets.named', {name, from, to, option});
  const {lines, ways} = stretch;
  if (close !== undefined) {
    const closedTo = words.flag('cars') ? 'cars' : 'everyone';
    return session.ask('streets.close', {option, name: stretch.name, lines, ways, closedTo, reason});
  }
  return session.ask('streets.limit', {
    option,
    name: stretch.name,
    lines,
    ways,
    mph: words.neededNumber('mph'),
    reason,
  });
}

function lineIn(words: Words): LngLat[] {
  return words
    .needed('line')
    .split(',')
    .map((pair): LngLat => {
      const [lng, lat, ...more] = pair.trim().split(/\s+/).map(Number);
      if (more.length > 0 || !Number.isFinite(lng) || !Number.isFinite(lat))
        refuse(
          `--line has “${pair.trim()}” where a longitude and a latitude belong: --line "-0.73 52.67, -0.72 52.66".`,
          'line',
        );
      return [lng!, lat!];
    });
}

function listText(lines: readonly StreetChangeLine[]): string {
  if (lines.length === 0) return 'No street is changed.';
  return table(
    ['Change', 'Street', 'What it comes to', 'Why'],
    lines.map(({id, name, sentence, reason, inherited}) => [
      id,
      name || '(no name)',
      inherited ? `${sentence} From as now.` : sentence,
      reason,
    ]),
  );
}

/** Kilometres with one decimal, metres below one. */
export function lengthText(metres: number): string {
  return metres < 1000 ? `${whole(metres)} m` : `${oneDecimal(metres / 1000)} km`;
}

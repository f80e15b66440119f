import type {TakenReading} from './beside.ts';
import type {Workspace} from './workspace.ts';

/** What a newer edition changes in this place, held against the one in force. */
export type EditionChanges =
  | {
      kind: 'deprivation';
      /** Areas that were in one fifth and are now in another: 1 is the most deprived. */
      areas: {code: string; name: string; before: number; after: number}[];
      worse: number;
      better: number;
      /** Who lives in them, as far as that is known. */
      people: number;
    }
  | {kind: 'residents'; before: number; after: number};

/** Null for what is not compared, and where nothing stands in the project yet or both say the same. */
export function changesOf(reading: TakenReading, workspace: Workspace): EditionChanges | null {
  if (reading.kind === 'residents') return residentsChanged(reading, workspace);
  if (reading.kind !== 'deprivation') return null;
  const people = workspace.people();
  const areas = reading.codes.flatMap((code, row) => {
    const area = people.indexOf.get(code);
    const before = area === undefined ? 0 : people.fifth[area]!;
    const after = Math.ceil(reading.decile[row]! / 2);
    return area === undefined || before === 0 || before === after
      ? []
      : [{code, name: people.names[area]!, before, after}];
  });
  if (areas.length === 0) return null;
  const living = areas.map(({code}) => people.residents[people.indexOf.get(code)!]!);
  return {
    kind: 'deprivation',
    areas,
    worse: areas.filter(({before, after}) => after < before).length,
    better: areas.filter(({before, after}) => after > before).length,
    people: living.reduce((sum, each) => sum + (each || 0), 0),
  };
}

/** Of the areas that both editions know, so that one that is missing is not taken for people who left. */
function residentsChanged(
  reading: Extract<TakenReading, {kind: 'residents'}>,
  workspace: Workspace,
): EditionChanges | null {
  const people = workspace.people();
  let [before, after] = [0, 0];
  for (const [row, code] of reading.codes.entries()) {
    const area = people.indexOf.get(code);
    if (area === undefined || Number.isNaN(people.residents[area]!)) continue;
    before += people.residents[area]!;
    after += reading.total[row]!;
  }
  return before === after ? null : {kind: 'residents', before: Math.round(before), after: Math.round(after)};
}

/** The same in words, for the notes of a source: it stays with the project. */
export function changesSentences(changes: EditionChanges | null): string[] {
  if (changes === null) return [];
  const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
  if (changes.kind === 'residents')
    return [`Against the edition before: ${whole(changes.before)} residents here then, ${whole(changes.after)} now.`];
  const {areas, worse, better, people} = changes;
  const listed = areas.slice(0, 12).map(({code, before, after}) => `${code} from ${before} to ${after}`);
  const more = areas.length > 12 ? ` and ${whole(areas.length - 12)} more` : '';
  return [
    `Against the edition before, ${whole(areas.length)} ${areas.length === 1 ? 'area changes its' : 'areas change their'} fifth (${whole(worse)} to a more deprived one, ${whole(better)} to a less), where ${whole(people)} people live: ${listed.join(', ')}${more}.`,
  ];
}

import {beyondStreets} from '../core/graph/beyond-streets.ts';
import {FAR_FROM_STREETS_METRES, isOffStreets, SNAP_CODE} from '../core/graph/snap.ts';
import {figureValue} from './assumptions.ts';
import type {People} from './people.ts';
import {networkOf} from './streets.ts';
import type {Workspace} from './workspace.ts';

/** As many areas as a sentence names. */
const NAMED = 3;

/** What is to be said of areas that the streets fall short of, by how each joins them; nothing where all are near. */
export function coverSentences(people: People, snapCodes: ArrayLike<number>): string[] {
  const being = (is: (code: number) => boolean) => people.codes.map((_, area) => is(snapCodes[area] ?? 0));
  return [
    ...beyondSentence(people, being(isOffStreets)),
    ...farSentence(
      people,
      being((code) => code === SNAP_CODE.farWalk),
    ),
  ];
}

function beyondSentence(people: People, beyond: readonly boolean[]): string[] {
  const {many, who} = counted(people, beyond);
  if (many === 0) return [];
  return [
    `The streets do not come near ${count(many)} of the ${count(people.codes.length)} areas here${who}: nobody there can be given a travel time. Bring streets that cover the whole place.`,
  ];
}

function farSentence(people: People, far: readonly boolean[]): string[] {
  const {many, who} = counted(people, far);
  if (many === 0) return [];
  return [
    `${count(many)} of the ${count(people.codes.length)} areas here${who} ${many === 1 ? 'sets' : 'set'} out more than ${FAR_FROM_STREETS_METRES} m from the nearest street that can be used, so much of their times is the walk there. If the streets end before the place does, bring streets that cover all of it.`,
  ];
}

/** How many areas, and in brackets with how many residents and which. */
function counted({codes, names, residents}: People, marked: readonly boolean[]): {many: number; who: string} {
  const areas = codes.map((_, area) => area).filter((area) => marked[area]);
  const people = areas.reduce((sum, area) => sum + (residents[area] || 0), 0);
  const living = people > 0 ? `, with ${count(people)} residents` : '';
  const more = areas.length > NAMED ? ` and ${count(areas.length - NAMED)} more` : '';
  const named = areas.slice(0, NAMED).map((area) => names[area] || codes[area]);
  return {many: areas.length, who: `${living} (${named.join(', ')}${more})`};
}

/** The areas that no street comes near, before anything is measured: by the points of streets of every kind. */
export function beyondWhenImported(workspace: Workspace): string | null {
  const network = networkOf(workspace);
  const people = workspace.people();
  if (!network || people.codes.length === 0) return null;
  const limit = figureValue(workspace.plan, 'snap-limit');
  const beyond = beyondStreets(network, people.lng, people.lat, limit);
  return beyondSentence(people, [...beyond].map(Boolean))[0] ?? null;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

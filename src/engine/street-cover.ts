import {beyondStreets} from '../core/graph/beyond-streets.ts';
import {figureValue} from './assumptions.ts';
import {opened} from './context.ts';
import {query} from './kinds.ts';
import {networkOf} from './streets.ts';
import type {Workspace} from './workspace.ts';

/** As many areas as a sentence names. */
const NAMED = 3;

/**
 * The areas that the project’s streets do not come near, in people, as one sentence; null where streets cover all areas, or
 * while there are no streets or no areas.
 */
export function beyondSentence(workspace: Workspace): string | null {
  const limit = figureValue(workspace.plan, 'snap-limit');
  const key = `${workspace.streetsKey()} ${workspace.people().key} ${limit}`;
  const last = held.get(workspace);
  if (last?.key === key) return last.sentence;
  const sentence = lookedFor(workspace, limit);
  held.set(workspace, {key, sentence});
  return sentence;
}

/** Every answer says it, and it changes with streets, areas and the limit only. */
const held = new WeakMap<Workspace, {key: string; sentence: string | null}>();

function lookedFor(workspace: Workspace, limit: number): string | null {
  const network = networkOf(workspace);
  const people = workspace.people();
  if (!network || people.codes.length === 0) return null;
  const beyond = beyondStreets(network, people.lng, people.lat, limit);
  const areas = people.codes.map((_, area) => area).filter((area) => beyond[area] === 1);
  if (areas.length === 0) return null;
  const residents = areas.reduce((sum, area) => sum + (people.residents[area] || 0), 0);
  const living = residents > 0 ? `, with ${count(residents)} residents` : '';
  const more = areas.length > NAMED ? ` and ${count(areas.length - NAMED)} more` : '';
  const names = areas.slice(0, NAMED).map((area) => people.names[area] || people.codes[area]);
  return `The streets do not come near ${count(areas.length)} of the ${count(people.codes.length)} areas here${living} (${names.join(', ')}${more}): nobody there can be given a travel time. Bring streets that cover the whole place.`;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

export const streetCover = {
  /** Whether the streets cover the place; in words where they do not. */
  'streets.cover': query({}, (context) => ({beyond: beyondSentence(opened(context))})),
};

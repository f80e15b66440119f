import {beyondStreets} from '../core/graph/beyond-streets.ts';
import {figureValue} from './assumptions.ts';
import type {People} from './people.ts';
import {networkOf} from './streets.ts';
import type {Workspace} from './workspace.ts';

/** As many areas as a sentence names. */
const NAMED = 3;

/** The areas marked as beyond the streets, in people, as one sentence; null where none is. */
export function beyondSentence({codes, names, residents}: People, beyond: ArrayLike<number>): string | null {
  const areas = codes.map((_, area) => area).filter((area) => (beyond[area] ?? 0) !== 0);
  if (areas.length === 0) return null;
  const people = areas.reduce((sum, area) => sum + (residents[area] || 0), 0);
  const living = people > 0 ? `, with ${count(people)} residents` : '';
  const more = areas.length > NAMED ? ` and ${count(areas.length - NAMED)} more` : '';
  const named = areas.slice(0, NAMED).map((area) => names[area] || codes[area]);
  return `The streets do not come near ${count(areas.length)} of the ${count(codes.length)} areas here${living} (${named.join(', ')}${more}): nobody there can be given a travel time. Bring streets that cover the whole place.`;
}

/** The same before anything is measured, by the points of streets of every kind. */
export function beyondWhenImported(workspace: Workspace): string | null {
  const network = networkOf(workspace);
  const people = workspace.people();
  if (!network || people.codes.length === 0) return null;
  const limit = figureValue(workspace.plan, 'snap-limit');
  return beyondSentence(people, beyondStreets(network, people.lng, people.lat, limit));
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

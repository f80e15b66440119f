import {inSentence} from '../../src/domain/in-sentence.ts';
import type {Action} from '../actions/action.ts';
import {ACTIONS} from '../actions/all.ts';
import {mirror} from '../state/plan.ts';
import {changeQuestion, select, showPanel} from '../state/view.ts';

/** Something the palette can do or go to. */
export interface Entry {
  id: string;
  label: string;
  keys?: string | undefined;
  run: () => void;
}

export interface EntryGroup {
  title: string;
  list: Entry[];
}

const ORDER: readonly Action['group'][] = ['Sites', 'Streets', 'Evidence', 'Edit', 'Go to', 'Look', 'Project'];
const HIDDEN = new Set(['view.palette', 'history.redo-again']);
/** Of sites and services, so many are shown: whoever wants another types more of its name. */
const MOST = 12;

/** What has all the typed words in its name; sites and services only once something is typed. */
export function entriesFor(typed: string): EntryGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({label}: Entry) => words.every((word) => label.toLowerCase().includes(word));
  const commands = ORDER.map((title) => ({title: title as string, list: commandsOf(title).filter(fits)}));
  const named = words.length === 0 ? [] : [...questions(fits), ...sites(fits)];
  return [...commands, ...named].filter(({list}) => list.length > 0);
}

function commandsOf(title: Action['group']): Entry[] {
  return ACTIONS.filter(({group, name, when}) => group === title && !HIDDEN.has(name) && when()).map(
    ({name, label, keys, run}) => ({id: name, label: label(), keys, run: () => void run()}),
  );
}

function questions(fits: (entry: Entry) => boolean): EntryGroup[] {
  const list = [...mirror().plan.service.values()].map(
    ({id, name}): Entry => ({
      id: `service ${id}`,
      label: `Ask about ${inSentence(name)}`,
      run: () => changeQuestion({service: id}),
    }),
  );
  return [{title: 'Questions', list: list.filter(fits).slice(0, MOST)}];
}

function sites(fits: (entry: Entry) => boolean): EntryGroup[] {
  const list = [...mirror().plan.site.values()].map(
    ({id, name}): Entry => ({
      id: `site ${id}`,
      label: name,
      run: () => {
        select({kind: 'site', id});
        showPanel('sites');
      },
    }),
  );
  return [{title: 'Sites of the plan', list: list.filter(fits).slice(0, MOST)}];
}

import {AS_NOW} from '../../src/domain/option.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {mirror} from '../state/plan.ts';
import type {ShownArrangement} from '../state/search-view.ts';
import {changeQuestion, colourBy} from '../state/view.ts';
import {notify} from '../state/work.ts';
import {plural} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import {searchSentence} from './sentence.ts';
import {keepsBesides, titleOnMap} from './shown.ts';

const LONGEST_NAME = 70;
const LONGEST_NOTE = 1000;

/** Takes an arrangement up as an option at once, under a name made of what it opens or closes, and looks at it beside as now. */
export async function adopt(shown: ShownArrangement): Promise<void> {
  const {question, wish, found, proof} = shown;
  const {service, option} = question;
  const name = freshName(shown);
  const before = new Set(mirror().plan.option.keys());
  const which = shown.title === titleOnMap('Best') ? '' : `${capital(shown.title)}. `;
  const note = `${which}${searchSentence(shown, mirror().plan)} ${proof}`.slice(0, LONGEST_NOTE);
  const done = await attempt('Adopting', () =>
    ask('search.adopt', {
      name,
      service,
      sites: found.map((site) => site.id),
      note,
      ...(wish.alongside.length > 0 && wish.goal !== 'close' ? {alongside: [...wish.alongside]} : {}),
      ...(keepsBesides(shown) ? {keep: true} : {}),
      ...(option === undefined ? {} : {from: option}),
    }),
  );
  const id = done && [...mirror().plan.option.keys()].find((each) => !before.has(each));
  if (!id) return;
  changeQuestion({option: id, against: option ?? AS_NOW});
  colourBy('change');
  notify('done', `Adopted as the option “${name}”. Undo takes it back.`);
}

function freshName({opens, closes}: ShownArrangement): string {
  const {site, option} = mirror().plan;
  const named = (ids: readonly string[]) => ids.map((id) => site.get(id)?.name ?? id).join(' and ');
  const opening = opens.length <= 2 ? named(opens) : plural(opens.length, 'new site');
  const closing = `Without ${closes.length <= 2 ? named(closes) : plural(closes.length, 'site')}`;
  const stem = (opens.length > 0 ? opening : closing).slice(0, LONGEST_NAME);
  const taken = new Set([...option.values()].map(({name}) => name.toLowerCase()));
  if (!taken.has(stem.toLowerCase())) return stem;
  for (let number = 2; ; number++) if (!taken.has(`${stem} ${number}`.toLowerCase())) return `${stem} ${number}`;
}

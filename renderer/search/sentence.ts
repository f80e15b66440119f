import {AS_NOW} from '../../src/domain/option.ts';
import type {Plan} from '../../src/domain/plan.ts';
import type {Searched, SearchWish} from '../state/search-view.ts';
import {percent, plural, pounds} from '../words/numbers.ts';
import {travelPhrase} from '../words/sentences.ts';
import {floorsIn, isCounted, isWorth, looksAtRoom} from './asked.ts';

/** As many by name; of more, how many there are. */
const MOST_NAMED = 2;

/** The whole of a search as one question: what is best, for whom, and everything demanded besides. */
export function searchSentence({question, wish}: Searched, plan: Plan): string {
  const {mode: _mode, ...rest} = question;
  const named = (ids: readonly string[]) => listed(ids.map((id) => plan.site.get(id)?.name ?? id));
  const services = [question.service, ...(wish.goal === 'close' ? [] : wish.alongside)].map(
    (id) => plan.service.get(id)?.name.toLowerCase() ?? id,
  );
  const service = listed(services);
  const travel = travelPhrase(question);
  const within = `${question.within} minutes ${travel}`;
  const parts = [`${lead(wish, service, travel, within)}${backupPhrase(wish)}`];
  if (looksAtRoom(wish)) parts.push('people going where there is room');
  if (wish.keep && wish.goal !== 'close') parts.push('keeping the sites of now');
  parts.push(...demandPhrases(wish, question.within, named));
  if ((rest.option ?? AS_NOW) !== AS_NOW) parts.push(`from ${plan.option.get(rest.option!)?.name ?? rest.option}`);
  return `${parts.join(', ')}?`;
}

function lead(wish: SearchWish, service: string, travel: string, within: string): string {
  const one = isCounted(wish) && wish.howMany === 1;
  const sites = isCounted(wish) ? sitesWords(wish) : `as many ${wish.keep ? 'new ' : ''}sites as are worth it`;
  const which = `Which ${wish.goal === 'everyone' && !isCounted(wish) ? 'fewest sites' : sites} for ${service}`;
  switch (wish.goal) {
    case 'shortest':
      return `${which} ${one ? 'makes' : 'make'} journeys ${travel} shortest`;
    case 'most-people':
      return `${which} ${one ? 'has' : 'have'} most people within ${within}`;
    case 'everyone':
      return `${which} ${one ? 'has' : 'have'} everyone within ${within}`;
    case 'fairest':
      return `${which} ${one ? 'makes' : 'make'} the longest journey ${travel} shortest`;
    case 'apart':
      return `${which} ${one ? 'stands' : 'stand'} furthest apart`;
    case 'close':
      return `${which} could close with least harm ${travel}`;
  }
}

function sitesWords({goal, howMany, keep}: SearchWish): string {
  const what = keep && goal !== 'close' ? 'new site' : 'site';
  return howMany === 1 ? `one ${what}` : plural(howMany, what);
}

function backupPhrase({goal, backup, theta}: SearchWish): string {
  if (!backup) return '';
  if (goal === 'most-people') return `, a second site counting ${percent(1 - theta)}`;
  return goal === 'everyone' ? ' and most of them within that of two' : '';
}

function demandPhrases(wish: SearchWish, minutes: number, named: (ids: readonly string[]) => string): string[] {
  const said: string[] = [];
  if (wish.weights === 'most-deprived') said.push(`the most deprived fifth counting × ${wish.deprivedCount}`);
  else if (wish.weights !== 'residents') said.push(`counting ${wish.weights}`);
  if (wish.priority.length > 0) said.push(`${listed(wish.priority)} counting × ${wish.priorityCount}`);
  for (const {share, whom} of floorsIn(wish))
    said.push(`at least ${percent(share)} of ${WHOM[whom]} within ${wish.floorWithin ?? minutes} minutes`);
  if (wish.budget !== null) said.push(`for at most ${pounds(wish.budget)}`);
  if (isWorth(wish)) said.push(`a minute being worth ${pounds(wish.worth!)}`);
  if (wish.mustBeOpen.length > 0) said.push(`with ${named(wish.mustBeOpen)}`);
  if (wish.mustNotBeUsed.length > 0) said.push(`without ${named(wish.mustNotBeUsed)}`);
  if (wish.among === 'candidates' && wish.goal !== 'close') said.push('not among those that offer it');
  for (const {name, least, most} of wish.groups)
    said.push(`${limitWords(least, most)} of ${name.replaceAll('_', ' ')}`);
  return said;
}

const WHOM = {residents: 'residents', 'most-deprived': 'the most deprived', priority: 'the priority areas'};

export function limitWords(least: number | null, most: number | null): string {
  return [least !== null && `at least ${least}`, most !== null && `at most ${most}`].filter(Boolean).join(' and ');
}

export function listed(names: readonly string[]): string {
  if (names.length > MOST_NAMED + 1)
    return `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

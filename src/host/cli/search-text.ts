import type {SearchAnswer} from '../../engine/search/answer.ts';
import type {OtherAnswer} from '../../engine/search/others.ts';
import {oneDecimal, table, whole} from './table.ts';

/** With more sites than this only the new ones are listed. */
const MOST_LISTED = 20;

/** An answer as a page of text. */
export function searchText(answer: SearchAnswer): string {
  if (answer.objective === null)
    return [...answer.reasons.conflict, ...answer.stated, ...answer.travel].join('\n') || answer.proof;
  const fresh = answer.sites.filter(({isNew}) => isNew).map(({id}) => id);
  // A list of two hundred surgeries that stay hides the three that are new.
  const listed = fresh.length > 0 && answer.sites.length > MOST_LISTED ? new Set(fresh) : null;
  const name = new Map(answer.sites.map(({id, name}) => [id, name]));
  const lines = [
    `${answer.proof} ${number(answer.objective)} ${answer.unit}; no answer can do better than ${answer.bound === null ? 'is known' : number(answer.bound)}. ${answer.seconds.toFixed(2)} s.`,
    ...answer.stated,
    ...answer.travel,
    '',
    table(
      ['Site', 'Now', answer.rooms ? '>Residents' : '>Residents closest', '>Only cover', '>Without it'],
      answer.reasons.sites
        .filter(({site}) => !listed || listed.has(site))
        .map(({site, people, onlyCover, objectiveWithout}) => [
          name.get(site) ?? site,
          answer.sites.find(({id}) => id === site)?.isNew ? 'new' : 'stays',
          whole(people),
          whole(onlyCover),
          objectiveWithout === null ? '–' : number(objectiveWithout),
        ]),
    ),
  ];
  if (listed) lines.push('', `${whole(answer.sites.length - listed.size)} sites that offer it now stay.`);
  if (answer.closes.length > 0) lines.push('', `Closes: ${answer.closes.map(({name}) => name).join(', ')}.`);
  if (answer.cost !== null) lines.push('', `Costs £${whole(answer.cost)} to open.`);
  if (answer.rooms) lines.push('', roomsText(answer.rooms));
  lines.push('', ...answer.outcomes.map(outcomeText));
  if (answer.outOfReach > 0)
    lines.push(
      '',
      `${whole(answer.outOfReach)} residents reach no open site; ${whole(answer.outOfEveryReach)} of them reach no site at all.`,
    );
  if (answer.reasons.limits.length > 0) lines.push('', ...answer.reasons.limits);
  if (answer.others.length > 0) lines.push('', othersText(answer.others));
  lines.push(
    '',
    answer.check.ok
      ? `Checked: objective and demands hold; bound: ${answer.check.bound}.`
      : `The check found faults: ${answer.check.faults.join(' ')}`,
  );
  return lines.join('\n');
}

function roomsText({sites, past, pastPeople, shared}: NonNullable<SearchAnswer['rooms']>): string {
  const rows = sites.map(({name, people, room}) => [
    name,
    whole(people),
    whole(room),
    room > 0 ? `${((people / room) * 100).toFixed(0)} %` : '–',
  ]);
  const sentences = [
    past.length === 0
      ? 'Everyone goes to the closest open site: none is too full.'
      : `${whole(past.length)} areas with ${whole(pastPeople)} residents go past the closest site, which is full.`,
    ...(shared > 0 ? [`${whole(shared)} areas are shared out among several sites, one way of many.`] : []),
  ];
  return [table(['Site', '>Residents', '>Room', '>Used'], rows), ...sentences].join('\n');
}

function outcomeText({name, before, after}: SearchAnswer['outcomes'][number]): string {
  const change = (from: number | null, to: number | null) => `${minutes(from)} → ${minutes(to)}`;
  const parts = [
    `mean ${change(before.minutes, after.minutes)}`,
    `most deprived fifth ${change(before.deprivedMinutes, after.deprivedMinutes)}`,
    `longest ${change(before.longest, after.longest)}`,
  ];
  if (after.within !== null && before.within !== null) {
    const gained = after.within - before.within;
    const sign = gained < 0 ? '−' : '+';
    parts.push(`${whole(after.within)} within (${sign}${whole(Math.abs(gained))})`);
  }
  return `${name}, minutes: ${parts.join(', ')}.`;
}

function minutes(value: number | null): string {
  return value === null ? '–' : oneDecimal(value);
}

function othersText(others: readonly OtherAnswer[]): string {
  return table(
    ['Other answer', '>Objective', '>Worse by', 'New sites'],
    others.map(({title, objective, worse, proof, sites}) => [
      title,
      objective === null ? '–' : number(objective),
      worse === null ? '–' : `${(worse * 100).toFixed(2)} %`,
      sites.length > 0 ? namesOf(sites) : proof,
    ]),
  );
}

function number(value: number): string {
  return Number.isInteger(value) ? whole(value) : oneDecimal(value);
}

/** The new sites by name; where nothing is new, all. */
function namesOf(sites: OtherAnswer['sites']): string {
  const fresh = sites.filter(({isNew}) => isNew);
  return (fresh.length > 0 ? fresh : sites).map(({name}) => name).join(', ');
}

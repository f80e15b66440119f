import {noAnswer} from '../../core/access/no-answer.ts';
import {hoursAWeek, hoursCover, type OpenSpan} from '../../core/access/opening-hours.ts';
import type {Job} from '../../core/job.ts';
import {openSpans} from '../../domain/opening-hours.ts';
import {isOffered, placementIn} from '../../domain/placement.ts';
import {siteName} from '../../domain/site-name.ts';
import type {Ground} from './ground.ts';
import {groupsBy} from './groups.ts';
import {type Taken, taken} from './taken.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Hours × people unserved: the week as a heat map, and by neighbourhood. */
export function* openingHours(ground: Ground): Job<Taken> {
  const {workspace, standing, ids, service, times, counted, cutoff, open} = ground;
  const spans: OpenSpan[][] = ids.map((id) => {
    if (!isOffered(workspace.plan, standing.question.option, id, service.id)) return [];
    const said = openSpans(placementIn(workspace.plan, standing.question.option, id, service.id)?.hours ?? '');
    return typeof said === 'string' ? [] : said;
  });
  const sites = [...open.keys()].filter((site) => open[site]);
  const unknown = sites.filter((site) => spans[site]!.length === 0).length;
  if (sites.length > 0 && unknown === sites.length) {
    const sentence =
      'No open site says when it is open. State the hours at its sites, such as “Mo-Fr 08:00-18:30; Sa 09:00-12:00”.';
    return taken({unit: 'person-hours a week', because: noAnswer('bad-number', sentence)});
  }
  const groups = groupsBy(ground, ground.asked.by ?? 'ward');
  // Every area is a group of its own: it is on the map, and larger areas are sums of it.
  const cover = yield* hoursCover(times, spans, counted, Uint32Array.from(counted.keys()), counted.length, cutoff);
  const {personHours, served, unserved, unservedInHours, unservedOutOfHours} = cover;
  const byGroup = summed(cover.byGroup, groups.of, groups.names.length);
  const byGroupOutOfHours = summed(cover.byGroupOutOfHours, groups.of, groups.names.length);
  const value = (key: string, label: string, amount: number) => ({
    key,
    label,
    value: amount,
    unit: 'person-hours a week',
  });
  return taken({
    value: personHours > 0 ? unserved : null,
    unit: 'person-hours a week',
    values: [
      value('all', '168 hours × people', personHours),
      value('served', 'in which a site within the cutoff is open', served),
      value('unserved', 'in which none is', unserved),
      value('in-hours', 'of them Monday to Friday, 8:00 to 18:30', unservedInHours),
      value('out-of-hours', 'of them out of hours', unservedOutOfHours),
    ],
    area: {
      values: cover.byGroupOutOfHours.map((hours, area) => (counted[area]! > 0 ? hours / counted[area]! : Number.NaN)),
      label: 'Hours a week out of hours without an open site',
      unit: 'hours a week',
      isBurden: true,
    },
    because: personHours > 0 ? null : noAnswer('no-residents'),
    tables: [
      {
        key: 'week',
        title: 'People with an open site within the cutoff, by hour of the week',
        headings: ['Hour', ...DAYS],
        rows: Array.from({length: 24}, (_, hour) => [
          `${String(hour).padStart(2, '0')}:00`,
          ...DAYS.map((_, day) => cover.servedByHour[day * 24 + hour]!),
        ]),
      },
      {
        key: 'neighbourhoods',
        title: `Person-hours a week unserved, by ${groups.label}`,
        headings: [groups.label, 'Unserved', 'of them out of hours'],
        rows: groups.names.map((name, at) => [name, byGroup[at]!, byGroupOutOfHours[at]!]),
      },
      {
        key: 'sites',
        title: 'Hours a week by site',
        headings: ['Site', 'Hours a week'],
        rows: sites.map((site) => [
          siteName(workspace.plan, ids[site]!),
          spans[site]!.length > 0 ? hoursAWeek(spans[site]!) : null,
        ]),
      },
    ],
    notes:
      unknown > 0 ? [`${unknown} of ${sites.length} open sites do not say when they are open and count as shut.`] : [],
  });
}

function summed(byArea: Float64Array, of: ArrayLike<number>, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  byArea.forEach((value, area) => {
    sums[of[area]!]! += value;
  });
  return sums;
}

import type {Change} from '../domain/change.ts';
import {put, together} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import {closureId, isClosed, newPlacement} from '../domain/placement.ts';
import type {Plan} from '../domain/plan.ts';
import type {Site} from '../domain/site.ts';
import {newSite} from '../domain/site.ts';
import {list, lngLat, maybe, maybeNotKnown, number, oneOf, text, words} from './fields.ts';
import {found, freshId} from './found.ts';
import {change} from './kinds.ts';

const standing = oneOf('existing', 'candidate');

/** A site goes with everything that refers to it, so that its removal can be undone whole. */
function removeSite(plan: Plan, id: string): Change {
  const site = found(plan, 'site', id);
  const of = (rows: Iterable<{id: string; site: string}>) =>
    [...rows].filter((row) => row.site === id).map((row) => row.id);
  return {
    label: `Remove ${site.name}`,
    put: {},
    remove: {
      site: [id],
      placement: of(plan.placement.values()),
      closure: of(plan.closure.values()),
      verdict: [...plan.verdict.values()].filter((row) => row.site === id || row.beside === id).map((row) => row.id),
    },
  };
}

function sensible(site: Site): Site {
  if (site.giaM2 !== null && site.vacantM2 !== null && site.vacantM2 > site.giaM2) {
    throw new PlanError(
      'invalid',
      `${site.name} can’t have ${site.vacantM2} m² vacant of ${site.giaM2} m² in all.`,
      'vacantM2',
    );
  }
  return site;
}

function setClosed(plan: Plan, option: string, site: string, closed: 0 | 1, reason: string): Change {
  const {name} = found(plan, 'site', site);
  const {name: optionName} = found(plan, 'option', option);
  if (isClosed(plan, option, site) === (closed === 1)) {
    throw new PlanError('invalid', `${name} is already ${closed ? 'closed' : 'open'} in ${optionName}.`, 'site');
  }
  const label = `${closed ? 'Close' : 'Reopen'} ${name} (${optionName})`;
  return put(label, 'closure', {id: closureId(option, site), option, site, closed, reason});
}

export const sites = {
  'sites.add': change(
    {name: text(120), at: lngLat(), standing, services: maybe(list(text(60), 40)), option: maybe(text(80))},
    (plan, {name, at, standing, services, option}) => {
      const id = freshId(name, plan.site);
      const placed = [...new Set(services)].map((service) => {
        found(plan, 'service', service);
        return newPlacement(found(plan, 'option', option ?? 'as-now').id, id, service);
      });
      const label = `Add ${name}`;
      return together(label, put(label, 'site', newSite(id, name, at, standing)), put(label, 'placement', ...placed));
    },
  ),
  'sites.move': change({site: text(80), at: lngLat()}, (plan, {site, at}) => {
    const row = found(plan, 'site', site);
    return put(`Move ${row.name}`, 'site', {...row, lng: at[0], lat: at[1]});
  }),
  'sites.rename': change({site: text(80), name: text(120)}, (plan, {site, name}) => {
    const row = found(plan, 'site', site);
    return put(`Rename ${row.name} to ${name}`, 'site', {...row, name});
  }),
  'sites.setStanding': change({site: text(80), standing}, (plan, {site, standing}) => {
    const row = found(plan, 'site', site);
    return put(`Make ${row.name} ${standing === 'existing' ? 'an existing' : 'a candidate'} site`, 'site', {
      ...row,
      standing,
    });
  }),
  'sites.describe': change(
    {
      site: text(80),
      address: maybe(words(300)),
      postcode: maybe(words(10)),
      tenure: maybe(words(60)),
      condition: maybe(oneOf('', 'A', 'B', 'C', 'D', 'CX', 'DX')),
      giaM2: maybeNotKnown(number(0, 1_000_000)),
      vacantM2: maybeNotKnown(number(0, 1_000_000)),
      openingCost: maybeNotKnown(number(0, 1e12)),
      note: maybe(words(2000)),
    },
    (plan, {site, ...said}) => {
      const row = found(plan, 'site', site);
      const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      return put(`Describe ${row.name}`, 'site', sensible({...row, ...given}));
    },
  ),
  'sites.remove': change({site: text(80)}, (plan, {site}) => removeSite(plan, site)),
  'sites.close': change({site: text(80), option: text(80), reason: maybe(words(500))}, (plan, {site, option, reason}) =>
    setClosed(plan, option, site, 1, reason ?? ''),
  ),
  'sites.reopen': change(
    {site: text(80), option: text(80), reason: maybe(words(500))},
    (plan, {site, option, reason}) => setClosed(plan, option, site, 0, reason ?? ''),
  ),
};

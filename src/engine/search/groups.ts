import {isWithin, type Outline, outlineOf} from '../../core/shapes/outline.ts';
import {PlanError} from '../../domain/errors.ts';
import type {Plan} from '../../domain/plan.ts';
import {readAreas} from '../../store/evidence.ts';
import type {People} from '../people.ts';
import {siteNamed} from '../question.ts';
import type {Workspace} from '../workspace.ts';

/** By what sites belong together without being named one by one. */
export const GROUPED_BY = ['kind', 'tenure', 'neighbourhood', 'ward', 'district'] as const;
export type GroupedBy = (typeof GROUPED_BY)[number];

/** Sites that have something in common: their kind, who holds them, or where they stand. */
export interface SiteGroup {
  by: GroupedBy;
  name: string;
  sites: string[];
}

/** Every group that the plan and its evidence know, by what they have in common and then by name. */
export function siteGroups(workspace: Workspace): SiteGroup[] {
  return GROUPED_BY.flatMap((by) => {
    const groups = new Map<string, string[]>();
    for (const [id, name] of namesBy(workspace, by)) {
      if (name === '') continue;
      const sites = groups.get(name);
      if (sites) sites.push(id);
      else groups.set(name, [id]);
    }
    return [...groups]
      .map(([name, sites]) => ({by, name, sites: sites.sort()}))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** The sites that a word names: one by its id, code or name, or all of a group, written `kind=library` or `ward=Oakham`. */
export function sitesNamed(workspace: Workspace, word: string): string[] {
  const cut = word.indexOf('=');
  const by = GROUPED_BY.find((each) => each === word.slice(0, cut));
  if (by === undefined) return [siteNamed(workspace.plan, word).id];
  const wanted = word.slice(cut + 1).trim();
  const found = namesBy(workspace, by).filter(([, name]) => name.toLowerCase() === wanted.toLowerCase());
  if (found.length === 0)
    throw new PlanError('missing', `No site has the ${by} “${wanted}” in this project.`, 'groups');
  return found.map(([id]) => id);
}

function namesBy(workspace: Workspace, by: GroupedBy): [site: string, name: string][] {
  const {plan} = workspace;
  if (by === 'kind' || by === 'tenure') return [...plan.site.values()].map((site) => [site.id, site[by]]);
  const people = workspace.people();
  const areas = areasOfSites(workspace, plan.site, people);
  const nameOf = (area: number): string => {
    if (by === 'ward') return people.wards[area]!;
    if (by === 'district') return people.districts[area]!;
    return plan.neighbourhood.get(plan.member.get(people.codes[area]!)?.neighbourhood ?? '')?.name ?? '';
  };
  return [...areas].map(([site, area]) => [site, nameOf(area)]);
}

const held = new WeakMap<Plan['site'], {people: People; areas: Map<string, number>}>();

/** Degrees: about a kilometre or two, so that few areas share a cell. */
const CELL = 0.02;

/** The area that each site stands in; sites outside of all areas are in none. */
function areasOfSites({file}: Workspace, sites: Plan['site'], people: People): Map<string, number> {
  const known = held.get(sites);
  if (known?.people === people) return known.areas;
  const cells = new Map<string, {area: number; outline: Outline}[]>();
  for (const {code, polygons} of readAreas(file.db)) {
    const outline = outlineOf(polygons);
    const [west, south, east, north] = outline.box.map((each) => Math.floor(each / CELL)) as [
      number,
      number,
      number,
      number,
    ];
    for (let x = west; x <= east; x++)
      for (let y = south; y <= north; y++) {
        const key = `${x} ${y}`;
        const here = cells.get(key);
        const each = {area: people.indexOf.get(code)!, outline};
        if (here) here.push(each);
        else cells.set(key, [each]);
      }
  }
  const areas = new Map<string, number>();
  for (const {id, lng, lat} of sites.values()) {
    const near = cells.get(`${Math.floor(lng / CELL)} ${Math.floor(lat / CELL)}`) ?? [];
    const at = near.find(({outline}) => isWithin(outline, lng, lat));
    if (at) areas.set(id, at.area);
  }
  held.set(sites, {people, areas});
  return areas;
}

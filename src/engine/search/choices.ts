import {sitesOffering} from '../../domain/placement.ts';
import {opened} from '../context.ts';
import {maybe, oneOf, text} from '../fields.ts';
import {found} from '../found.ts';
import {query} from '../kinds.ts';
import {ownColumns} from '../own-columns.ts';
import {optionNamed} from '../question.ts';
import {siteGroups} from './groups.ts';
import {choosable, roomKnown} from './sites.ts';

/** What is known, and what is missing, of the sites that a search would choose among. */
export interface Choices {
  sites: number;
  /** Those that offer the service now. */
  offering: number;
  /** Sites whose capacity tells how many residents they have room for, and how many those are together. */
  withRoom: number;
  room: number;
  /** Sites of which a budget can be counted without another word: they offer the service now, or have a cost of their own. */
  withCost: number;
  residents: number;
  /** Whom a search can weigh besides everyone: ages as they are known, and the planner’s own columns of numbers. */
  ages: string[];
  columns: string[];
}

export const searchChoices = {
  'search.choices': query(
    {service: text(80), option: maybe(text(80)), among: maybe(oneOf('all', 'offering', 'candidates'))},
    (context, {service, option, among}): Choices => {
      const workspace = opened(context);
      const {plan} = workspace;
      const asked = found(plan, 'service', service);
      const {id: within} = optionNamed(plan, option ?? 'as-now');
      const offering = new Set(sitesOffering(plan, within, service));
      const sites = [...plan.site.values()].filter(({id}) => choosable(plan, within, among ?? 'all', offering, id));
      const rooms = sites.flatMap(({id}) => roomKnown(plan, within, asked, id) ?? []);
      return {
        sites: sites.length,
        offering: offering.size,
        withRoom: rooms.length,
        room: rooms.reduce((sum, each) => sum + each, 0),
        withCost: sites.filter(({id, openingCost}) => offering.has(id) || openingCost !== null).length,
        residents: workspace.people().total,
        ages: workspace
          .people()
          .bands.map(({fromAge, toAge}) => (toAge >= 120 ? `${fromAge}+` : `${fromAge}-${toAge}`)),
        columns: ownColumns(workspace).flatMap(({column, numbers}) => (numbers > 0 ? [column] : [])),
      };
    },
  ),
  /** The groups that the plan knows: sites of one kind, of one holder, in one neighbourhood, ward or district. */
  'search.groups': query({}, (context) =>
    siteGroups(opened(context)).map(({by, name, sites}) => ({by, name, sites: sites.length})),
  ),
};

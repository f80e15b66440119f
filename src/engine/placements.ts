import {put} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import {openSpans} from '../domain/opening-hours.ts';
import {isPlaced, newPlacement, placementId, placementIn} from '../domain/placement.ts';
import {dayOf, sentenceOfDay} from './day.ts';
import {maybe, maybeNotKnown, number, oneOf, text, words} from './fields.ts';
import {found} from './found.ts';
import {change} from './kinds.ts';

const level = oneOf('0', '1', '2', '3');

export const placements = {
  /**
   * What is said of a service at a site: in an option other than “as now” it becomes the option's own row, so that hours
   * or capacity may differ between options.
   */
  'placements.describe': change(
    {
      service: text(80),
      site: text(80),
      option: text(80),
      provider: maybe(words(120)),
      sector: maybe(oneOf('', 'nhs', 'council', 'voluntary', 'private')),
      capacity: maybeNotKnown(number(0, 1_000_000_000)),
      linkedCare: maybe(level),
      hours: maybe(words(300)),
      contractEnd: maybe(words(10)),
    },
    (plan, {service, site, option, linkedCare, ...said}) => {
      const {name} = found(plan, 'service', service);
      const {name: where} = found(plan, 'site', site);
      const {id} = found(plan, 'option', option);
      if (!isPlaced(plan, id, site, service)) {
        throw new PlanError('invalid', `${where} doesn’t have ${service} in this option.`, 'service');
      }
      const spans = openSpans(said.hours ?? '');
      if (typeof spans === 'string') throw new PlanError('invalid', spans, 'hours');
      if (said.contractEnd && !dayOf(said.contractEnd))
        throw new PlanError('invalid', sentenceOfDay(said.contractEnd), 'contractEnd');
      const old = placementIn(plan, id, site, service) ?? newPlacement(id, site, service);
      const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      return put(`Describe ${name} at ${where}`, 'placement', {
        ...old,
        ...given,
        ...(linkedCare !== undefined && {linkedCare: Number(linkedCare) as 0 | 1 | 2 | 3}),
        id: placementId(id, site, service),
        option: id,
      });
    },
  ),
};

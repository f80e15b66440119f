import type {HistoryStep} from '../../domain/history.ts';
import {AS_NOW} from '../../domain/option.ts';
import {sitesOffering} from '../../domain/placement.ts';
import {type PlanRows, planOf} from '../../domain/plan.ts';
import type {Source} from '../../domain/source.ts';
import type {Session} from './session.ts';
import {table, whole} from './table.ts';

/** What a project holds, in an order that depends on nothing but the project. */
export interface Info {
  name: string;
  areas: number;
  residents: number;
  sites: {existing: number; candidate: number};
  services: {key: string; name: string; sites: number}[];
  options: {id: string; name: string; role: string}[];
  changedFigures: {key: string; value: number; reason: string}[];
  steps: number;
  sources: Omit<Source, 'id'>[];
  needs: string[];
}

export async function infoOf(session: Session): Promise<Info> {
  const plan = planOf(await session.ask<PlanRows>('plan.read'));
  const {sources, needs} = await session.ask<{sources: (Source & {replacedBy?: string | null})[]; needs: string[]}>(
    'evidence.sources',
  );
  const areas = await session.ask<{residents: number | null}[]>('evidence.areas');
  const steps = await session.ask<HistoryStep[]>('history.list');
  const ordered = <T extends {id: string}>(rows: Iterable<T>): T[] =>
    [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
  const sites = [...plan.site.values()];
  return {
    name: plan.place.get('place')?.name ?? '',
    areas: areas.length,
    residents: areas.reduce((sum, {residents}) => sum + (residents ?? 0), 0),
    sites: {
      existing: sites.filter(({standing}) => standing === 'existing').length,
      candidate: sites.filter(({standing}) => standing === 'candidate').length,
    },
    services: ordered(plan.service.values()).map(({id, name}) => ({
      key: id,
      name,
      sites: sitesOffering(plan, AS_NOW, id).length,
    })),
    options: ordered(plan.option.values()).map(({id, name, role}) => ({id, name, role})),
    changedFigures: ordered(plan.assumption.values()).map(({id, value, reason}) => ({key: id, value, reason})),
    steps: steps.filter(({undone}) => !undone).length,
    sources: ordered(sources.filter(({replacedBy}) => !replacedBy)).map(({id: _, replacedBy: __, ...source}) => source),
    needs,
  };
}

export function infoText(info: Info): string {
  const services = info.services.map(({key, name, sites}) => [key, name, whole(sites)]);
  const sources = info.sources.map(({kind, title, publisher, edition, rowsTaken, rowsRefused}) => [
    kind,
    title,
    publisher,
    edition,
    whole(rowsTaken),
    whole(rowsRefused),
  ]);
  return [
    info.name,
    `${whole(info.areas)} areas, ${whole(info.residents)} residents`,
    `${whole(info.sites.existing)} existing sites, ${whole(info.sites.candidate)} candidate sites`,
    `Options: ${info.options.map(({name}) => name).join(', ')}`,
    ...(info.needs.length > 0 ? [`Wanting before a question can be answered: ${info.needs.join(', ')}`] : []),
    '',
    table(['Service key', 'Service', '>Sites as now'], services),
    ...(sources.length > 0
      ? ['', table(['Evidence', 'Title', 'Publisher', 'Edition', '>Rows taken', '>Refused'], sources)]
      : []),
  ].join('\n');
}

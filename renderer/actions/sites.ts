import type {LngLat} from '../../src/domain/evidence.ts';
import {AS_NOW} from '../../src/domain/option.ts';
import {isClosed} from '../../src/domain/placement.ts';
import type {Plan} from '../../src/domain/plan.ts';
import type {Site} from '../../src/domain/site.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {mirror} from '../state/plan.ts';
import {changeQuestion, dragTo, draw, enterMode, select, showPanel, speak, view} from '../state/view.ts';
import {askText, confirm} from '../state/work.ts';
import type {Action} from './action.ts';
import {isOpen} from './project.ts';

/** The option that edits go to: the one the question is asked in. */
export function optionInView(): string {
  return view().question?.option ?? AS_NOW;
}

export function selectedSite(): Site | null {
  const {selection} = view();
  return (selection?.kind === 'site' && mirror().plan.site.get(selection.id)) || null;
}

export async function addSite(at: LngLat, standing: Site['standing'] = 'candidate'): Promise<void> {
  const name = await askText({
    title: 'Add a site',
    label: 'Name of the building or plot',
    verb: 'Add site',
    empty: 'Type a name for the site, such as Corn Exchange.',
  });
  enterMode({name: 'select'});
  if (name === null) return;
  const before = new Set(mirror().plan.site.keys());
  const added = await attempt('Adding a site', () => ask('sites.add', {name, at, standing}));
  if (!added) return;
  const id = [...mirror().plan.site.keys()].find((each) => !before.has(each));
  if (id !== undefined) select({kind: 'site', id});
  showPanel('sites');
  speak(`${name} added.`);
}

export async function moveSite(site: string, at: LngLat): Promise<void> {
  const name = mirror().plan.site.get(site)?.name ?? 'The site';
  const moved = await attempt(`Moving ${name}`, () => ask('sites.move', {site, at}));
  dragTo(null);
  enterMode({name: 'select'});
  if (moved) speak(`${name} moved.`);
}

export async function renameSite(id: string): Promise<void> {
  const site = mirror().plan.site.get(id);
  if (!site) return;
  const name = await askText({title: 'Rename the site', label: 'Name', verb: 'Rename', value: site.name});
  if (name !== null && name !== site.name) await attempt('Renaming', () => ask('sites.rename', {site: id, name}));
}

export async function removeSite(id: string): Promise<void> {
  const site = mirror().plan.site.get(id);
  if (!site) return;
  const services = [...mirror().plan.placement.values()].filter((each) => each.site === id).length;
  if (services > 0) {
    const sentence = `${site.name} goes with ${services === 1 ? 'the service' : `the ${services} services`} placed there, in every option. You can undo this.`;
    if (!(await confirm({title: `Remove ${site.name}?`, sentence, verb: 'Remove'}))) return;
  }
  const {selection} = view();
  if (selection?.kind === 'site' && selection.id === id) select(null);
  if (await attempt('Removing', () => ask('sites.remove', {site: id}))) speak(`${site.name} removed.`);
}

export async function toggleClosed(id: string): Promise<void> {
  const {plan} = mirror();
  const site = plan.site.get(id);
  const option = optionInView();
  if (!site) return;
  if (isClosed(plan, option, id)) {
    await attempt('Reopening', () => ask('sites.reopen', {site: id, option}));
    return;
  }
  const optionName = plan.option.get(option)?.name ?? option;
  const reason = await askText({
    title: `Close ${site.name}`,
    label: 'Why?',
    hint: `It closes in “${optionName}” only. The reason is kept with the plan; leave it empty if there is none yet.`,
    verb: 'Close the site',
    empty: null,
  });
  if (reason !== null) await attempt('Closing', () => ask('sites.close', {site: id, option, reason}));
}

export async function setStanding(site: string, standing: Site['standing']): Promise<void> {
  await attempt('Changing', () => ask('sites.setStanding', {site, standing}));
}

export async function placeService(service: string, site: string, offered: boolean): Promise<void> {
  const where = {service, site, option: optionInView()};
  await attempt('Changing', () => (offered ? ask('services.place', where) : ask('services.withdraw', where)));
}

/** Opens the service at the site in an option of its own, so that it can be held against things as they are. */
export async function tryInOption(service: string, site: string): Promise<void> {
  const {plan} = mirror();
  const before = new Set(plan.option.keys());
  const name = freeOptionName(plan);
  if (!(await attempt('Adding an option', () => ask('options.add', {name})))) return;
  const option = [...mirror().plan.option.keys()].find((each) => !before.has(each));
  if (option === undefined) return;
  await attempt('Changing', () => ask('services.place', {service, site, option}));
  changeQuestion({option, against: AS_NOW});
}

/** “Option A”, or the next letter that no option has. */
export function freeOptionName(plan: Plan): string {
  const taken = new Set([...plan.option.values()].map(({name}) => name));
  return (
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Option ${letter}`).find((name) => !taken.has(name)) ?? 'Option'
  );
}

export function startMove(site: string): void {
  const row = mirror().plan.site.get(site);
  if (!row) return;
  select({kind: 'site', id: site});
  enterMode({name: 'move-site', site});
  dragTo({site, at: [row.lng, row.lat]});
  speak(
    `Moving ${row.name}. Arrow keys move it, Shift for larger steps, Enter puts it down, Escape leaves it where it was.`,
  );
}

function forSelected(run: (id: string) => void | Promise<void>): () => void | Promise<void> {
  return () => {
    const site = selectedSite();
    return site ? run(site.id) : undefined;
  };
}

const chosen = () => selectedSite() !== null;

export const siteActions: readonly Action[] = [
  {
    name: 'sites.add',
    label: () => 'Add a site…',
    group: 'Sites',
    keys: 'Mod+Shift+A',
    when: isOpen,
    run: () => enterMode({name: 'add-site'}),
  },
  {
    name: 'sites.move',
    label: () => `Move ${selectedSite()?.name ?? 'the site'}…`,
    group: 'Sites',
    when: chosen,
    run: forSelected(startMove),
  },
  {
    name: 'sites.rename',
    label: () => `Rename ${selectedSite()?.name ?? 'the site'}…`,
    group: 'Sites',
    keys: 'F2',
    when: chosen,
    run: forSelected(renameSite),
  },
  {
    name: 'sites.close',
    label: () => {
      const site = selectedSite();
      const closed = site && isClosed(mirror().plan, optionInView(), site.id);
      return `${closed ? 'Reopen' : 'Close'} ${site?.name ?? 'the site'}…`;
    },
    group: 'Sites',
    when: chosen,
    run: forSelected(toggleClosed),
  },
  {
    name: 'sites.remove',
    label: () => `Remove ${selectedSite()?.name ?? 'the site'}`,
    group: 'Sites',
    keys: 'Delete',
    when: chosen,
    run: forSelected(removeSite),
  },
  {
    name: 'sites.catchment',
    label: () => `Draw the catchment of ${selectedSite()?.name ?? 'the site'}`,
    group: 'Sites',
    when: chosen,
    run: forSelected((site) => draw({what: 'catchment', site})),
  },
  {
    name: 'sites.bands',
    label: () => `Draw how far people get to ${selectedSite()?.name ?? 'the site'} in 5, 10, 15, 20 and 30 minutes`,
    group: 'Sites',
    when: chosen,
    run: forSelected((site) => draw({what: 'bands', site})),
  },
];

import {mirror} from '../state/plan.ts';
import {openDrawer, select, showPanel, speak, view} from '../state/view.ts';
import {areaSentence, siteSentence} from '../words/sentences.ts';

function next<T>(list: readonly T[], at: number, by: 1 | -1): T | undefined {
  if (list.length === 0) return undefined;
  return at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[(at + by + list.length) % list.length];
}

/** The next or previous site in order of name, with a spoken sentence about it. */
export function stepSite(by: 1 | -1): void {
  const {plan} = mirror();
  const sites = [...plan.site.values()].sort((a, b) => a.name.localeCompare(b.name));
  const {selection, question} = view();
  const site = next(
    sites,
    sites.findIndex((each) => selection?.kind === 'site' && each.id === selection.id),
    by,
  );
  if (!site) return;
  select({kind: 'site', id: site.id});
  speak(siteSentence(plan, question?.option ?? 'as-now', site));
}

/** The next or previous area in order of code, with a spoken sentence about it. */
export function stepArea(by: 1 | -1): void {
  const {areas} = mirror();
  const {selection} = view();
  const area = next(
    areas,
    areas.findIndex((each) => selection?.kind === 'area' && each.code === selection.id),
    by,
  );
  if (!area) return;
  select({kind: 'area', id: area.code});
  speak(areaSentence(area));
}

/** Opens what is selected: a site in its panel, an area in the table. */
export function openSelected(): void {
  const {selection} = view();
  if (selection?.kind === 'site') showPanel('sites');
  else if (selection?.kind === 'area') openDrawer('areas');
}

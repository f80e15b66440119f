import type {LngLat} from '../../src/domain/evidence.ts';
import type {Neighbourhood} from '../../src/domain/neighbourhood.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {mirror} from '../state/plan.ts';
import {chooseNeighbourhood, enterMode, speak, view} from '../state/view.ts';
import {askText, confirm, notify} from '../state/work.ts';
import {count, plural} from '../words/numbers.ts';

async function add(groups: {name: string; areas: string[]}[]): Promise<boolean> {
  return !!(await attempt('Adding', () => ask('neighbourhoods.add', {groups})));
}

/** A new neighbourhood, drawn at once: its areas are put in by clicking them. */
export async function addNeighbourhood(): Promise<void> {
  const name = await askText({
    title: 'Add a neighbourhood',
    label: 'Name',
    hint: 'Then click its areas on the map. An area is in one neighbourhood at most.',
    verb: 'Add',
  });
  if (name === null || !(await add([{name, areas: []}]))) return;
  const made = chooseNamed(name);
  if (made !== undefined) paint(made);
}

/** One for each ward, by best fit: to be merged into neighbourhoods. */
export async function neighbourhoodsOfWards(): Promise<void> {
  const wards = new Map<string, string[]>();
  for (const {ward, code} of mirror().areas) if (ward) wards.set(ward, [...(wards.get(ward) ?? []), code]);
  const named = new Set([...mirror().plan.neighbourhood.values()].map(({name}) => name));
  await add([...wards].filter(([name]) => !named.has(name)).map(([name, areas]) => ({name, areas})));
}

/** The areas within a drawn boundary go into the neighbourhood that is looked at, or into a new one. */
export async function takeAreasWithin(ring: readonly LngLat[]): Promise<void> {
  const within = await attempt('Looking', () =>
    ask('place.look', {ring: ring.map(([lng, lat]): LngLat => [lng, lat]), fringe: 0}),
  );
  if (!within) return;
  const {codes, areas, residents} = within;
  if (codes.length < areas) {
    notify('trouble', `${count(areas)} areas are too many for one neighbourhood. Draw around fewer.`);
    return;
  }
  const {plan} = mirror();
  const row = plan.neighbourhood.get(view().neighbourhood ?? '');
  const inside = `${plural(areas, 'area')} with ${plural(residents, 'resident')}`;
  if (row) {
    if (await attempt('Adding', () => ask('neighbourhoods.assign', {neighbourhood: row.id, areas: codes})))
      speak(`${inside} are in ${row.name}.`);
    return;
  }
  const leaving = codes.filter((code) => plan.member.has(code)).length;
  const name = await askText({
    title: 'Add a neighbourhood',
    label: 'Name',
    hint: `${inside} within the boundary${leaving > 0 ? `; ${plural(leaving, 'area')} of them leave another neighbourhood` : ''}.`,
    verb: 'Add',
  });
  if (name === null || !(await add([{name, areas: codes}]))) return;
  chooseNamed(name);
}

function chooseNamed(name: string): string | undefined {
  const made = [...mirror().plan.neighbourhood.values()].find((each) => each.name === name);
  if (made) chooseNeighbourhood(made.id);
  return made?.id;
}

export function paint(neighbourhood: string): void {
  chooseNeighbourhood(neighbourhood);
  enterMode({name: 'paint-areas'});
}

/** Puts an area into the neighbourhood that is being painted, or takes it out again. */
export async function paintArea(code: string): Promise<void> {
  const {neighbourhood} = view();
  const {plan, areas} = mirror();
  const row = neighbourhood === null ? undefined : plan.neighbourhood.get(neighbourhood);
  if (!row) return;
  const name = areas.find((each) => each.code === code)?.name ?? code;
  const inside = plan.member.get(code)?.neighbourhood === row.id;
  const done = await attempt('Painting', () =>
    inside
      ? ask('neighbourhoods.release', {areas: [code]})
      : ask('neighbourhoods.assign', {neighbourhood: row.id, areas: [code]}),
  );
  if (done) speak(inside ? `${name} is out of ${row.name}.` : `${name} is in ${row.name}.`);
}

export async function renameNeighbourhood({id, name}: Neighbourhood): Promise<void> {
  const given = await askText({title: 'Rename the neighbourhood', label: 'Name', verb: 'Rename', value: name});
  if (given !== null) await attempt('Renaming', () => ask('neighbourhoods.edit', {neighbourhood: id, name: given}));
}

export async function removeNeighbourhood({id, name}: Neighbourhood): Promise<void> {
  const sentence = 'Its areas are in none then. You can undo this.';
  if (!(await confirm({title: `Remove ${name}?`, sentence, verb: 'Remove'}))) return;
  chooseNeighbourhood(null);
  await attempt('Removing', () => ask('neighbourhoods.remove', {neighbourhood: id}));
}

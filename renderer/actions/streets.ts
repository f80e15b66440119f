import type {LngLat} from '../../src/domain/evidence.ts';
import {AS_NOW} from '../../src/domain/option.ts';
import type {StreetSort} from '../../src/domain/street-change.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {CallResult} from '../contract.ts';
import {mirror} from '../state/plan.ts';
import {changeQuestion, draw, enterMode, lookAtStreet, showPanel, speak, view} from '../state/view.ts';
import {askText} from '../state/work.ts';
import type {Action} from './action.ts';
import {isOpen} from './project.ts';
import {optionInView} from './sites.ts';

type Stretch = NonNullable<CallResult<'streets.at'>>['stretch'];

export function optionNameInView(): string {
  return mirror().plan.option.get(optionInView())?.name ?? optionInView();
}

/** Looks at the street nearest to a point of the map, if one is near enough. */
export async function lookAt(at: LngLat, within: number): Promise<void> {
  const found = await attempt('Finding the street', () => ask('streets.at', {at, within, option: optionInView()}));
  if (found === undefined) return;
  if (found === null) return speak('There is no street here. Click on one, or search for its name.');
  enterMode({name: 'select'});
  lookAtStreet({found, whole: false});
  showPanel('streets');
  speak(`${found.stretch.name || 'A street without a name'}, ${found.stretch.extent}.`);
}

export async function lookAtNamed(name: string): Promise<void> {
  const stretch = await attempt('Finding the street', () => ask('streets.named', {name, option: optionInView()}));
  if (stretch) lookAtStreet({found: {stretch, whole: null}, whole: false});
}

async function why(title: string, verb: string): Promise<string | null> {
  const option = optionInView();
  const where =
    option === AS_NOW
      ? 'It is changed as things are now, and so in every option.'
      : `It is changed in “${optionNameInView()}” only.`;
  return askText({title, label: 'Why?', hint: `${where} The reason is kept with it.`, verb, empty: null});
}

/** After a change of streets the option is held against as now, so that its losers are in sight. */
function compare(): void {
  if (optionInView() !== AS_NOW && view().question?.against === optionInView()) changeQuestion({against: AS_NOW});
  lookAtStreet({found: null, whole: false});
}

export async function closeStreet({name, lines, ways}: Stretch, closedTo: 'everyone' | 'cars'): Promise<void> {
  const reason = await why(
    `Close ${name || 'this street'}${closedTo === 'cars' ? ' to cars' : ''}`,
    'Close the street',
  );
  if (reason === null) return;
  const where = {option: optionInView(), name, lines, ways, closedTo, reason};
  if (await attempt('Closing the street', () => ask('streets.close', where))) compare();
}

export async function limitStreet({name, lines, ways}: Stretch, mph: number): Promise<void> {
  const reason = await why(`Limit ${name || 'this street'} to ${mph} mph`, 'Set the limit');
  if (reason === null) return;
  const where = {option: optionInView(), name, lines, ways, mph, reason};
  if (await attempt('Changing the limit', () => ask('streets.limit', where))) compare();
}

export async function addStreet(name: string, sort: StreetSort, mph: number, oneWay: boolean): Promise<boolean> {
  const line = view().street.drawing ?? [];
  const added = await attempt('Adding the street', () =>
    ask('streets.add', {option: optionInView(), name, line: [...line], sort, mph, oneWay}),
  );
  if (!added) return false;
  lookAtStreet({drawing: null});
  enterMode({name: 'select'});
  compare();
  speak(`${name} added.`);
  return true;
}

export function takeStreetBack(change: string): Promise<unknown> {
  return attempt('Taking it back', () => ask('streets.takeBack', {change}));
}

export async function sayWhy(change: string, reason: string): Promise<void> {
  const said = await askText({title: 'Why is it changed?', label: 'Why?', verb: 'Keep', value: reason, empty: null});
  if (said !== null) await attempt('Changing', () => ask('streets.describe', {change, reason: said}));
}

export function chooseStreet(): void {
  showPanel('streets');
  enterMode({name: 'choose-street'});
}

export function drawStreet(): void {
  showPanel('streets');
  lookAtStreet({found: null, drawing: []});
  enterMode({name: 'draw-street'});
}

/** The way from an area to a site: that which is closest in the option, if none is named. */
export async function showWay(area: string, site?: string | null): Promise<void> {
  const {question} = view();
  if (!question) return;
  const to = site ?? (await closestOf(area));
  if (to === null) return speak('No site can be reached from here.');
  draw({what: 'route', area, site: to});
  showPanel('streets');
}

async function closestOf(area: string): Promise<string | null> {
  const {question} = view();
  const areas = question && (await attempt('Finding the closest site', () => ask('score.areas', question)));
  return areas && !('state' in areas) ? (areas.site[areas.code.indexOf(area)] ?? null) : null;
}

const areaChosen = () => view().selection?.kind === 'area';

export const streetActions: readonly Action[] = [
  {
    name: 'streets.choose',
    label: () => 'Choose a street on the map…',
    group: 'Streets',
    when: isOpen,
    run: chooseStreet,
  },
  {name: 'streets.draw', label: () => 'Add a street…', group: 'Streets', when: isOpen, run: drawStreet},
  {
    name: 'streets.way',
    label: () => 'Show the way from the chosen area to its closest site',
    group: 'Streets',
    keys: 'Mod+Shift+G',
    when: () => isOpen() && areaChosen(),
    run: () => {
      const {selection} = view();
      return selection?.kind === 'area' ? showWay(selection.id) : undefined;
    },
  },
];

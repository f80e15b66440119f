import {edgeAt, edgesNamed, Junctions, stretchOf} from '../core/graph/changes/find-street.ts';
import {kmhAlong} from '../core/graph/edge-time.ts';
import {HIGHWAY_CLASSES} from '../core/graph/highway-class.ts';
import {nameAt, type StreetNetwork, usage} from '../core/graph/street-network.ts';
import {PlanError} from '../domain/errors.ts';
import {travelOf} from '../domain/mode.ts';
import {AS_NOW} from '../domain/option.ts';
import type {StreetChange} from '../domain/street-change.ts';
import {KM_PER_MILE} from '../domain/units.ts';
import {figureValue} from './assumptions.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {lngLat, maybe, number, text} from './fields.ts';
import {query} from './kinds.ts';
import {optionNamed} from './question.ts';
import {speedSettings} from './speeds.ts';
import {networkOf, streetsIn} from './streets.ts';
import type {Workspace} from './workspace.ts';

/** A stretch of street as it is shown and changed: what it is, where it runs, how fast it is driven. */
export interface StreetStretch {
  name: string;
  /** In words: “the whole of it”, or between which others it runs. */
  extent: string;
  sort: string;
  metres: number;
  /** The limit as signed, in miles an hour; null where none is tagged, or not all of it has one. */
  mph: number | null;
  /** What a car does on it in free flow, in miles an hour; null where cars may not go. */
  drivenMph: number | null;
  lines: [number, number][][];
  ways: number[];
}

/** A street found by a click or a name: the stretch meant, and the whole street of that name. */
export interface StreetFound {
  stretch: StreetStretch;
  whole: StreetStretch | null;
}

/** A change of a street as it stands: the row, and what it came to in the streets of the project. */
export interface StreetChangeLine extends StreetChange {
  /** Made by as now, and so in force in every option. */
  inherited: boolean;
  metres: number;
  /** In one sentence; says so where the street is not found in the streets there are. */
  sentence: string;
  isLost: boolean;
}

const junctions = new WeakMap<StreetNetwork, Junctions>();

function junctionsIn(network: StreetNetwork): Junctions {
  const known = junctions.get(network) ?? new Junctions(network);
  junctions.set(network, known);
  return known;
}

function networkIn(context: Context, option: string | undefined): {workspace: Workspace; network: StreetNetwork} {
  const workspace = opened(context);
  const streets = streetsIn(workspace, optionNamed(workspace.plan, option ?? AS_NOW).id);
  if (!streets) throw new PlanError('invalid', 'This needs streets, and this project has none yet. Import them first.');
  return {workspace, network: streets.network};
}

function stretchFrom(
  workspace: Workspace,
  network: StreetNetwork,
  edges: readonly number[],
  extent: string,
): StreetStretch {
  const settings = speedSettings((key) => figureValue(workspace.plan, key), travelOf({mode: 'drive'}));
  const first = edges[0]!;
  const limits = new Set(edges.map((edge) => network.edgeLimit[edge]!));
  const [limit] = limits;
  const drivable = edges.filter(
    (edge) => usage(network.edgeUse[edge]!, 0, 0) + usage(network.edgeUse[edge]!, 0, 1) > 0,
  );
  const metres = (of: readonly number[]) => of.reduce((sum, edge) => sum + network.edgeDecimetres[edge]!, 0) / 10;
  const hours = drivable.reduce(
    (sum, edge) => sum + network.edgeDecimetres[edge]! / 10_000 / kmhAlong(network, edge, 0, 'drive', settings),
    0,
  );
  const {lines, ways} = stretchOf(network, edges);
  return {
    name: nameAt(network, network.edgeName[first]!),
    extent,
    sort: HIGHWAY_CLASSES[network.edgeClass[first]!]!.replaceAll('_', ' '),
    metres: metres(edges),
    mph: limits.size === 1 && limit! > 0 ? Math.round(limit! / 100 / KM_PER_MILE) : null,
    drivenMph: hours > 0 ? metres(drivable) / 1000 / hours / KM_PER_MILE : null,
    lines: lines.map((line) => line.map(([lng, lat]): [number, number] => [lng, lat])),
    ways: [...ways],
  };
}

function extentOf(network: StreetNetwork, edges: readonly number[]): string {
  const met = junctionsIn(network).crossing(edges);
  if (met.length === 0) return 'the stretch here';
  if (met.length === 1) return `the stretch at ${met[0]}`;
  return `the stretch between ${met.slice(0, -1).slice(0, 3).join(', ')} and ${met.at(-1)}`;
}

function named(network: StreetNetwork, name: string, at: string): number[] {
  const edges = edgesNamed(network, name);
  if (edges.length === 0)
    throw new PlanError(
      'missing',
      `No street is called “${name}” here. Search for it with “closer streets … --find”.`,
      at,
    );
  return edges;
}

function sentenceOf(row: StreetChange, {edges, metres, joins}: {edges: number; metres: number; joins: number}): string {
  const long = metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`;
  if (row.kind === 'added') {
    const way = row.oneWay ? ' one way, as it is drawn' : '';
    if (joins === 0) return `${long} added, but it joins no street: nobody can use it. Draw it again from a street.`;
    if (joins === 1) return `${long} added${way}, a dead end: it joins the streets at one point only.`;
    return `${long} added${way}, joined to the streets at ${joins} points.`;
  }
  if (edges === 0)
    return 'Not found in the streets of this project any more: nothing is changed. Choose the street again.';
  if (row.kind === 'speed') return `${long} limited to ${row.mph} mph, both ways.`;
  return `${long} closed to ${row.closedTo === 'cars' ? 'cars' : 'everyone'}, both ways.`;
}

export const streetQueries = {
  /** The street at a point of the map, as it is in an option; null where none is near enough. */
  'streets.at': query(
    {at: lngLat(), within: number(1, 2000), option: maybe(text(80))},
    (context, {at: [lng, lat], within, option}): StreetFound | null => {
      const {workspace, network} = networkIn(context, option);
      const edge = edgeAt(network, lng, lat, within);
      if (edge < 0) return null;
      const edges = junctionsIn(network).stretch(edge);
      const stretch = stretchFrom(workspace, network, edges, extentOf(network, edges));
      const whole = stretch.name === '' ? [] : edgesNamed(network, stretch.name);
      return {
        stretch,
        whole: whole.length > edges.length ? stretchFrom(workspace, network, whole, 'the whole of it') : null,
      };
    },
  ),
  /** A street by its name, whole or between two others. */
  'streets.named': query(
    {name: text(120), from: maybe(text(120)), to: maybe(text(120)), option: maybe(text(80))},
    (context, {name, from, to, option}): StreetStretch => {
      const {workspace, network} = networkIn(context, option);
      const edges = named(network, name, 'name');
      if (from === undefined || to === undefined) return stretchFrom(workspace, network, edges, 'the whole of it');
      const [one, other] = [new Set(named(network, from, 'from')), new Set(named(network, to, 'to'))];
      const part = junctionsIn(network).between(edges, one, other);
      if (part.length === 0)
        throw new PlanError(
          'invalid',
          `${name} does not lead from ${from} to ${to}. Name two streets that it meets.`,
          'from',
        );
      return stretchFrom(workspace, network, part, `between ${from} and ${to}`);
    },
  ),
  /** Names of streets that hold the words, the longest streets first. */
  'streets.find': query({words: text(120)}, (context, {words}): {name: string; metres: number}[] => {
    const network = networkOf(opened(context));
    if (!network) return [];
    const wanted = words.toLowerCase().split(/\s+/);
    const metres = new Float64Array(network.nameFirst.length);
    network.edgeName.forEach((name, edge) => {
      metres[name]! += network.edgeDecimetres[edge]! / 10;
    });
    const found: {name: string; metres: number}[] = [];
    for (let n = 1; n < network.nameFirst.length - 1; n++) {
      const name = nameAt(network, n);
      if (metres[n]! > 0 && wanted.every((word) => name.toLowerCase().includes(word)))
        found.push({name, metres: metres[n]!});
    }
    return found.sort((a, b) => b.metres - a.metres).slice(0, 50);
  }),
  /** What an option changes in the streets, with what each change came to. */
  'streets.changes': query({option: maybe(text(80))}, (context, {option}): StreetChangeLine[] => {
    const workspace = opened(context);
    const {id} = optionNamed(workspace.plan, option ?? AS_NOW);
    const streets = streetsIn(workspace, id);
    return (streets?.rows ?? []).map((row, at) => {
      const changed = streets!.changed[at]!;
      return {
        ...row,
        inherited: row.option !== id,
        metres: changed.metres,
        sentence: sentenceOf(row, changed),
        isLost: row.kind === 'added' ? changed.joins === 0 : changed.edges === 0,
      };
    });
  }),
};

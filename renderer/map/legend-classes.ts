import {type AreaTimes, NOT_REACHED} from '../area-times.ts';
import type {AreaLine} from '../contract.ts';
import {unitText, valueText} from '../measures/value-text.ts';
import type {Colouring} from '../state/view.ts';
import {FIFTHS, fifthName} from '../words/deprivation.ts';
import {COLOURS, changeClassOf, classOf, minuteBreaks, type ThemeName} from './colours.ts';
import {roundBreaks} from './round-breaks.ts';

/** Which colour each area has, and what the colours mean in people. */
export interface Classes {
  title: string;
  /** By place of the area in code order; −1 where there is nothing to show, `UNREACHED` where no site is reached. */
  byArea: Int8Array;
  lines: LegendLine[];
  /** What to do where there is nothing to show. */
  hint?: string;
}

export interface LegendLine {
  colour: string | 'hatch' | 'none';
  label: string;
  /** The label in full, where the legend has only room for a short one. */
  full: string;
  people: number;
}

export const NOTHING_TO_SHOW = -1;
export const UNREACHED = -2;

interface Label {
  label: string;
  full: string;
}

function minuteLabels(breaks: readonly number[]): Label[] {
  const last = breaks[breaks.length - 1]!;
  const ranges = breaks.map((to, index) => (index === 0 ? `up to ${to}` : `${breaks[index - 1]!}–${to}`));
  return [...ranges, `over ${last}`].map((label) => ({label, full: `${label} minutes`}));
}

const DEPRIVATION_LABELS: readonly Label[] = FIFTHS.map((fifth) => ({
  label: ['most deprived', 'second', 'middle', 'fourth', 'least deprived'][fifth - 1]!,
  full: fifthName(fifth),
}));

const CHANGE_LABELS: readonly Label[] = [
  {label: '▼ 10 or more', full: '10 minutes or more quicker'},
  {label: '▼ 5–10', full: '5 to 10 minutes quicker'},
  {label: '▼ 1–5', full: '1 to 5 minutes quicker'},
  {label: 'same', full: 'the same within a minute'},
  {label: '▲ 1–5', full: '1 to 5 minutes slower'},
  {label: '▲ 5–10', full: '5 to 10 minutes slower'},
  {label: '▲ 10 or more', full: '10 minutes or more slower'},
];

const CHANGE_HINT = 'Ask about another option, or choose a candidate site, to see who gains and who loses.';

/** The minutes an area's closest site is nearer (negative) or further, where both are known. */
export type ChangeOf = (area: number) => number | null;

/** What the map of change compares; what was found by a search stands on times of its own. */
export interface Change {
  title: string;
  of: ChangeOf;
  apart?: boolean;
}

/** The measure that the map shows: its values by the codes of areas, none where it has none by area. */
export interface MeasuredAreas {
  title: string;
  unit: string;
  ofCode: ReadonlyMap<string, number | null>;
}

const NOT_MEASURED: MeasuredAreas = {title: 'Measure', unit: '', ofCode: new Map()};
const TAKING_HINT = 'Taking the measure that is chosen in the Measures panel…';
const NO_AREAS_HINT = 'This measure has no values by area. Choose another in the Measures panel.';

function measureClasses(
  {title, unit, ofCode}: MeasuredAreas,
  areas: readonly AreaLine[],
  colours: readonly string[],
  hint: string,
): Classes {
  const values = areas.map(({code}) => ofCode.get(code) ?? null);
  const breaks = roundBreaks(values.filter((value) => value !== null));
  const byArea = Int8Array.from(values, (value) => (value === null ? NOTHING_TO_SHOW : classOf(value, breaks)));
  const text = (value: number) => valueText(value, unit);
  const [first, last] = [breaks[0], breaks.at(-1)];
  const ranges =
    first === undefined || last === undefined
      ? ['the same everywhere']
      : [
          `up to ${text(first)}`,
          ...breaks.slice(1).map((to, at) => `${text(breaks[at]!)}–${text(to)}`),
          `over ${text(last)}`,
        ];
  const labels = ranges.map((label) => ({label, full: `${label} ${unitText(unit)}`.trim()}));
  const lines = linesOf(areas, byArea, labels, colours);
  return {title, byArea, lines, ...(ofCode.size === 0 && {hint})};
}

export function classesFor(
  colouring: Colouring,
  areas: readonly AreaLine[],
  times: AreaTimes | null,
  change: Change | null,
  theme: ThemeName,
  measured: MeasuredAreas | null = null,
): Classes {
  const colours = COLOURS[theme];
  if (colouring === 'deprivation') {
    const byArea = Int8Array.from(areas, ({fifth}) => (fifth ?? 0) - 1);
    return {
      title: 'Fifths of deprivation',
      byArea,
      lines: linesOf(areas, byArea, DEPRIVATION_LABELS, colours.deprivation),
    };
  }
  if (colouring === 'measure') {
    return measureClasses(measured ?? NOT_MEASURED, areas, colours.minutes, measured ? NO_AREAS_HINT : TAKING_HINT);
  }
  const fits = times !== null && times.areas === areas.length;
  if (colouring === 'change') {
    const byArea = Int8Array.from(areas, (_, area) => {
      const by = fits || change?.apart ? (change?.of(area) ?? null) : null;
      return by === null ? NOTHING_TO_SHOW : changeClassOf(by);
    });
    const lines = linesOf(areas, byArea, CHANGE_LABELS, colours.change);
    return change
      ? {title: `Change in minutes ${change.title}`, byArea, lines}
      : {title: 'Change in minutes', byArea, lines, hint: CHANGE_HINT};
  }
  const breaks = minuteBreaks(times?.seconds ?? new Uint16Array());
  const byArea = new Int8Array(areas.length).fill(NOTHING_TO_SHOW);
  for (let area = 0; fits && area < byArea.length; area++) {
    const seconds = times.seconds[area]!;
    byArea[area] = seconds === NOT_REACHED ? UNREACHED : classOf(seconds / 60, breaks);
  }
  return {
    title: 'Minutes to the closest site',
    byArea,
    lines: linesOf(areas, byArea, minuteLabels(breaks), colours.minutes),
  };
}

/** Classes nobody is in are left out, so that the legend says what is on the map. */
function linesOf(
  areas: readonly AreaLine[],
  byArea: Int8Array,
  labels: readonly Label[],
  colours: readonly string[],
): LegendLine[] {
  const people = new Map<number, number>();
  const sums = new Float64Array(labels.length - UNREACHED);
  const seen = new Uint8Array(sums.length);
  for (let area = 0; area < areas.length; area++) {
    const at = byArea[area]! - UNREACHED;
    sums[at]! += areas[area]!.residents ?? 0;
    seen[at] = 1;
  }
  for (let at = 0; at < sums.length; at++) if (seen[at]) people.set(at + UNREACHED, sums[at]!);
  const lines: LegendLine[] = labels.flatMap((label, index) =>
    people.has(index) ? [{...label, colour: colours[index]!, people: people.get(index)!}] : [],
  );
  const unreached = people.get(UNREACHED);
  if (unreached !== undefined)
    lines.push({colour: 'hatch', label: 'unreachable', full: 'no site can be reached', people: unreached});
  const nothing = people.get(NOTHING_TO_SHOW);
  if (nothing !== undefined) lines.push({colour: 'none', label: 'not known', full: 'nothing to show', people: nothing});
  return lines;
}

export function paletteFor(colouring: Colouring, theme: ThemeName): readonly string[] {
  return COLOURS[theme][colouring === 'measure' ? 'minutes' : colouring];
}

import type {AreaLine} from '../contract.ts';
import type {AreaColumns} from '../score.ts';
import type {Colouring} from '../state/view.ts';
import {FIFTH_NAME} from '../words/deprivation.ts';
import {CHANGE_BREAKS, COLOURS, changeClassOf, classOf, MINUTE_BREAKS, type ThemeName} from './colours.ts';

/** Which colour each area has, and what the colours mean in people. */
export interface Classes {
  title: string;
  /** By place of the area in code order; −1 where there is nothing to show, `UNREACHED` where no site is reached. */
  byArea: Int8Array;
  lines: LegendLine[];
}

export interface LegendLine {
  colour: string | 'hatch' | 'none';
  label: string;
  people: number;
}

export const NOTHING_TO_SHOW = -1;
export const UNREACHED = -2;

const MINUTE_LABELS = [
  'up to 5',
  ...MINUTE_BREAKS.slice(1).map((to, index) => `${MINUTE_BREAKS[index]!}–${to}`),
  'over 45',
];
const CHANGE_LABELS = [
  '▼ 10 or more quicker',
  '▼ 5 to 10 quicker',
  '▼ 1 to 5 quicker',
  'within a minute',
  '▲ 1 to 5 slower',
  '▲ 5 to 10 slower',
  '▲ 10 or more slower',
];

/** The minutes an area's closest site is nearer (negative) or further, where both are known. */
export type ChangeOf = (area: number) => number | null;

export function classesFor(
  colouring: Colouring,
  areas: readonly AreaLine[],
  scores: AreaColumns | null,
  change: {title: string; of: ChangeOf} | null,
  theme: ThemeName,
): Classes {
  const colours = COLOURS[theme];
  if (colouring === 'deprivation') {
    const byArea = Int8Array.from(areas, ({fifth}) => (fifth ?? 0) - 1);
    const labels = [1, 2, 3, 4, 5].map((fifth) => FIFTH_NAME[fifth]!);
    return {title: 'Deprivation', byArea, lines: linesOf(areas, byArea, labels, colours.deprivation, 'Not known')};
  }
  const fits = scores !== null && scores.code.length === areas.length;
  if (colouring === 'change') {
    const byArea = Int8Array.from(areas, (_, area) => {
      const by = fits ? (change?.of(area) ?? null) : null;
      return by === null ? NOTHING_TO_SHOW : changeClassOf(by);
    });
    const title = change ? `Minutes, ${change.title}` : 'Change in minutes';
    return {title, byArea, lines: linesOf(areas, byArea, CHANGE_LABELS, colours.change, 'No minutes to compare')};
  }
  const byArea = Int8Array.from(areas, (_, area) => {
    if (!fits) return NOTHING_TO_SHOW;
    const minutes = scores.minutes[area];
    return minutes == null ? UNREACHED : classOf(minutes, MINUTE_BREAKS);
  });
  return {
    title: 'Minutes to the closest site',
    byArea,
    lines: linesOf(areas, byArea, MINUTE_LABELS, colours.minutes, null),
  };
}

/** Classes nobody is in are left out, so that the legend says what is on the map. */
function linesOf(
  areas: readonly AreaLine[],
  byArea: Int8Array,
  labels: readonly string[],
  colours: readonly string[],
  nothing: string | null,
): LegendLine[] {
  const people = new Float64Array(labels.length);
  let unreached = 0;
  let unknown = 0;
  let anyUnreached = false;
  areas.forEach((each, area) => {
    const residents = each.residents ?? 0;
    const at = byArea[area]!;
    if (at >= 0) people[at]! += residents;
    else if (at === UNREACHED) {
      unreached += residents;
      anyUnreached = true;
    } else unknown += residents;
  });
  const present = new Set(byArea);
  const lines: LegendLine[] = labels.flatMap((label, index) =>
    present.has(index) ? [{colour: colours[index]!, label, people: people[index]!}] : [],
  );
  if (anyUnreached) lines.push({colour: 'hatch', label: 'cannot be reached', people: unreached});
  if (nothing !== null && present.has(NOTHING_TO_SHOW)) lines.push({colour: 'none', label: nothing, people: unknown});
  return lines;
}

export function paletteFor(colouring: Colouring, theme: ThemeName): readonly string[] {
  return COLOURS[theme][colouring];
}

export {CHANGE_BREAKS};

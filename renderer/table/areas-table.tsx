import {useMemo} from 'react';
import {showWay} from '../actions/streets.ts';
import {type AreaTimes, minutesIn, NOT_REACHED} from '../area-times.ts';
import type {AreaLine} from '../contract.ts';
import {changeBetween} from '../map/change.ts';
import {useFoundArrangement} from '../map/use-found.ts';
import {useAreaTimes, useLedger} from '../score.ts';
import {useMirror} from '../state/plan.ts';
import {select, speak, useView} from '../state/view.ts';
import {fifthName} from '../words/deprivation.ts';
import {count, decimal, plural, signed} from '../words/numbers.ts';
import {areaSentence} from '../words/sentences.ts';
import type {GridColumn, Sort} from './columns.ts';
import {Grid} from './grid.tsx';

interface Line {
  area: AreaLine;
  minutes: number | null;
  kilometres: number | null;
  site: string | null;
  state: string;
  change: number | null;
  /** The site that a search would send it to; null where nothing that was found is being looked at. */
  goes: string | null;
}

const COLUMNS: readonly GridColumn<Line>[] = [
  {key: 'name', heading: 'Area', value: ({area}) => area.name, least: 130, rank: 1},
  {key: 'code', heading: 'Code', value: ({area}) => area.code, least: 92, rank: 11},
  {key: 'ward', heading: 'Ward', value: ({area}) => area.ward, least: 110, rank: 8},
  {
    key: 'residents',
    heading: 'Residents',
    value: ({area}) => area.residents,
    text: ({area}) => count(area.residents),
    number: true,
    least: 82,
    rank: 4,
  },
  {key: 'decile', heading: 'IMD decile', value: ({area}) => area.decile, number: true, least: 86, rank: 10},
  {
    key: 'fifth',
    heading: 'Deprivation',
    value: ({area}) => area.fifth,
    text: ({area}) => fifthName(area.fifth),
    least: 140,
    rank: 5,
  },
  {
    key: 'minutes',
    heading: 'Minutes',
    value: ({minutes}) => rounded(minutes),
    text: ({minutes}) => decimal(minutes),
    number: true,
    least: 72,
    rank: 2,
  },
  {
    key: 'kilometres',
    heading: 'km',
    value: ({kilometres}) => rounded(kilometres),
    text: ({kilometres}) => decimal(kilometres),
    number: true,
    least: 58,
    rank: 6,
  },
  {
    key: 'change',
    heading: 'Change, min',
    value: ({change}) => rounded(change),
    text: ({change}) => signed(change, decimal),
    number: true,
    least: 92,
    rank: 3.5,
  },
  {key: 'site', heading: 'Closest site', value: ({site}) => site, least: 150, rank: 3},
  {key: 'state', heading: 'Served', value: ({state}) => state, least: 120, rank: 9},
];

/** What was found and is being looked at, beside how things are. */
const FOUND_COLUMNS: readonly GridColumn<Line>[] = COLUMNS.flatMap((column) =>
  column.key === 'site'
    ? [column, {key: 'goes', heading: 'Would go to', value: ({goes}: Line) => goes, least: 150, rank: 3.2}]
    : [column],
);

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}

const FIRST: Sort = {column: 'minutes', direction: 'descending'};

function codeOf({area}: Line): string {
  return area.code;
}

function stateOf({seconds, cutoff, reasonOf}: AreaTimes, area: number): string {
  if (seconds[area] === NOT_REACHED) return `Unreachable: ${reasonOf(area)}`;
  return seconds[area]! <= cutoff ? 'Served' : 'Beyond';
}

/** What the map shows of each area, as a table. */
export function AreasTable() {
  const areas = useMirror((mirror) => mirror.areas);
  const plan = useMirror((mirror) => mirror.plan);
  const question = useView((view) => view.question);
  const selection = useView((view) => view.selection);
  const {answer: times} = useAreaTimes();
  const ledger = useLedger().answer;
  const found = useFoundArrangement();
  const lines = useMemo(() => {
    const change = found?.change ?? changeBetween(plan, areas, question, times, ledger);
    const past = new Set(found?.past.map(({area}) => area));
    const goes = (index: number) => {
      const site = plan.site.get(found?.assigned[index] ?? '')?.name ?? null;
      return site && past.has(index) ? `${site}, past a full one` : site;
    };
    const of = times?.areas === areas.length ? times : null;
    return areas.map(
      (area, index): Line => ({
        area,
        minutes: minutesIn(of?.seconds, index),
        kilometres: of?.siteOf(index) ? of.metres[index]! / 1000 : null,
        site: plan.site.get(of?.siteOf(index) ?? '')?.name ?? null,
        state: of ? stateOf(of, index) : '',
        change: of || found ? (change?.of(index) ?? null) : null,
        goes: goes(index),
      }),
    );
  }, [areas, plan, question, times, ledger, found]);

  return (
    <Grid
      what="areas"
      columns={found ? FOUND_COLUMNS : COLUMNS}
      rows={lines}
      idOf={codeOf}
      first={FIRST}
      chosen={selection?.kind === 'area' ? selection.id : null}
      onChoose={(code) => {
        select({kind: 'area', id: code});
        const line = lines.find(({area}) => area.code === code);
        if (line) speak(areaSentence(line.area, times ? line.minutes : undefined, line.site));
      }}
      onOpen={(code) => void showWay(code)}
      onCopied={(rows) => speak(`${plural(rows, 'row')} copied.`)}
    />
  );
}

import {type KeyboardEvent, type MouseEvent, useMemo, useState} from 'react';
import {useMirror} from '../state/plan.ts';
import {openDrawer, select, speak, useView} from '../state/view.ts';
import type {GridColumn, Sort} from '../table/columns.ts';
import {Grid} from '../table/grid.tsx';
import {count, plural} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import type {MeasureAnswer} from './answer.ts';
import {type Dot, dotsOf, nearest} from './scatter-points.ts';
import {Twin} from './twin.tsx';
import {tickText, unitText, valueText, withUnit} from './value-text.ts';

const BOX = {width: 240, height: 150};
/** Room for the numbers at the left and below. */
const [LEFT, TOP, RIGHT, BELOW] = [34, 12, 6, 38];
const REACH = 10;
const FIRST: Sort = {column: 'value', direction: 'descending'};
const DECILES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Every area by deprivation and by the measure: choose one here and it is chosen on the map, and the other way round. */
export function AreaScatter({areas}: {areas: MeasureAnswer['areas']}) {
  const lines = useMirror((mirror) => mirror.areas);
  const selection = useView((view) => view.selection);
  const chosenCode = selection?.kind === 'area' ? selection.id : null;
  const {dots, axis, without} = useMemo(
    () => dotsOf(areas, new Map(lines.map(({code, decile}) => [code, decile])), BOX),
    [areas, lines],
  );
  const sentence = (dot: Dot) => `${dot.name}: IMD decile ${dot.decile}, ${withUnit(dot.value, areas.unit)}`;

  function choose(dot: Dot): void {
    select({kind: 'area', id: dot.code});
    speak(`${sentence(dot)}.`);
  }

  const title = `${areas.label} by deprivation`;
  return (
    <Twin
      title={title}
      chart={
        <>
          <Drawing dots={dots} axis={axis} unit={areas.unit} title={title} {...{chosenCode, sentence, choose}} />
          {without > 0 && (
            <p className="quiet small">
              {plural(without, 'area')} without a value or a known deprivation {without === 1 ? 'is' : 'are'} not drawn.
            </p>
          )}
        </>
      }
      table={
        <div className="scatter-table">
          <Grid
            what={title.toLowerCase()}
            columns={columnsOf(areas.unit)}
            rows={dots}
            idOf={({code}) => code}
            first={FIRST}
            chosen={chosenCode}
            onChoose={(code) => {
              const dot = dots.find((each) => each.code === code);
              if (dot) choose(dot);
            }}
            onOpen={() => openDrawer('areas')}
            onCopied={(rows) => speak(`${plural(rows, 'row')} copied.`)}
          />
        </div>
      }
    />
  );
}

function columnsOf(unit: string): readonly GridColumn<Dot>[] {
  return [
    {key: 'name', heading: 'Area', value: ({name}) => name, least: 96, rank: 1},
    {key: 'decile', heading: 'Decile', value: ({decile}) => decile, number: true, least: 62, rank: 3},
    {
      key: 'value',
      heading: capital(unitText(unit) || 'value'),
      value: ({value}) => value,
      text: ({value}) => valueText(value, unit),
      number: true,
      least: 78,
      rank: 2,
    },
    {
      key: 'people',
      heading: 'People',
      value: ({people}) => people,
      text: ({people}) => count(people),
      number: true,
      least: 72,
      rank: 4,
    },
  ];
}

interface Parts {
  dots: readonly Dot[];
  axis: {end: number; ticks: readonly number[]};
  unit: string;
  title: string;
  chosenCode: string | null;
  sentence: (dot: Dot) => string;
  choose: (dot: Dot) => void;
}

function Drawing({dots, axis, unit, title, chosenCode, sentence, choose}: Parts) {
  const [under, setUnder] = useState<Dot | null>(null);
  const chosen = dots.find(({code}) => code === chosenCode) ?? null;
  const width = BOX.width + LEFT + RIGHT;

  function at(event: MouseEvent): Dot | null {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / box.width;
    return nearest(dots, (event.clientX - box.left) * scale - LEFT, (event.clientY - box.top) * scale - TOP, REACH);
  }

  function step(event: KeyboardEvent): void {
    const by = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1}[event.key] ?? 0;
    if (by === 0 || event.altKey || dots.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const from = chosen ? dots.indexOf(chosen) : by > 0 ? -1 : 0;
    choose(dots[(from + by + dots.length) % dots.length]!);
  }

  const told = under ?? chosen;
  return (
    <>
      <div className="scatter">
        <svg viewBox={`${-LEFT} ${-TOP} ${width} ${BOX.height + TOP + BELOW}`} aria-hidden="true">
          {axis.ticks.map((tick) => {
            const y = (1 - tick / axis.end) * BOX.height;
            return (
              <g key={tick} className="chart-words number">
                <path className="chart-grid" d={`M0 ${y}H${BOX.width}`} />
                <text x={-6} y={y + 4} textAnchor="end">
                  {tickText(tick, unit)}
                </text>
              </g>
            );
          })}
          {DECILES.map((decile) => (
            <text
              key={decile}
              className="chart-words number"
              x={((decile - 0.5) / 10) * BOX.width}
              y={BOX.height + 13}
              textAnchor="middle"
            >
              {decile}
            </text>
          ))}
          <text className="chart-words" x="0" y={BOX.height + 27}>
            IMD decile: 1 is most deprived
          </text>
          {DECILES.map((decile) => (
            <path
              key={decile}
              className="scatter-dots"
              style={{stroke: `var(--deprivation-bar-${Math.ceil(decile / 2)})`}}
              d={dots
                .filter((dot) => dot.decile === decile)
                .map(({x, y}) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`)
                .join('')}
            />
          ))}
          {under && under !== chosen && <circle className="scatter-under" cx={under.x} cy={under.y} r="4.5" />}
          {chosen && <circle className="scatter-chosen" cx={chosen.x} cy={chosen.y} r="5" />}
        </svg>
        <button
          type="button"
          className="scatter-control"
          aria-label={`${title}: ${plural(dots.length, 'area')}. Arrow keys step through them from the most deprived.`}
          onClick={(event) => {
            const dot = event.detail === 0 ? null : at(event);
            if (dot) choose(dot);
          }}
          onKeyDown={step}
          onMouseMove={(event) => setUnder(at(event))}
          onMouseLeave={() => setUnder(null)}
        />
      </div>
      <p className="small scatter-told">
        {told ? (
          sentence(told)
        ) : (
          <span className="quiet">Point at an area to read it, click to find it on the map.</span>
        )}
      </p>
    </>
  );
}

import type {CallResult} from '../contract.ts';
import {decimal, percent} from '../words/numbers.ts';
import type {Tried} from './tradeoff-chart.tsx';

type Curve = CallResult<'search.curve'>;
type Outcome = NonNullable<Tried['outcome']>;

interface Line {
  name: 'all' | 'deprived';
  of: (outcome: Outcome) => number | null;
}

const WIDTH = 226;
const HEIGHT = 74;
const LEFT = 42;
/** Between the feet of two drawings, one above the other: room for the title of the lower one. */
const DOWN = HEIGHT + 30;

/** What is drawn, from the top. */
const DRAWINGS: readonly {
  title: (within: number) => string;
  lines: readonly Line[];
  text: (value: number) => string;
}[] = [
  {
    title: () => 'Mean minutes',
    lines: [
      {name: 'all', of: ({minutes}) => minutes},
      {name: 'deprived', of: ({deprivedMinutes}) => deprivedMinutes},
    ],
    text: decimal,
  },
  {
    title: (within) => `Residents within ${within} minutes`,
    lines: [{name: 'all', of: ({within, residents}) => (within === null ? null : within / residents)}],
    text: (share) => percent(share),
  },
];

/** The arrangements of a curve from left to right, with how things are now; each is a button. */
export function TradeoffLines({
  title,
  along,
  curve,
  within,
  shown,
  onChoose,
}: {
  title: string;
  along: string;
  curve: Curve;
  within: number;
  shown: string | null;
  onChoose: (tried: Tried) => void;
}) {
  const {tried: all, now} = curve;
  const points = all.flatMap((tried, index) => (tried.outcome ? [{tried, outcome: tried.outcome, index}] : []));
  const step = WIDTH / Math.max(1, all.length);
  const x = (index: number) => step * (index + 0.5);
  const drawings = DRAWINGS.map((drawing, place) => {
    const values = drawing.lines.flatMap(({of}) =>
      [now, ...points.map(({outcome}) => outcome)].flatMap((each) => of(each) ?? []),
    );
    const [most, least] = [Math.max(0, ...values), Math.min(Infinity, ...values)];
    // From just below the least to just above the most: what differs is small beside what all have.
    const pad = Math.max(1e-3 * most, (most - least) * 0.12);
    const [top, foot] = [most + pad, Math.max(0, least - pad)];
    const y = (value: number) => place * DOWN + HEIGHT * (1 - (value - foot) / (top - foot || 1));
    return {...drawing, place, y, ends: values.length === 0 ? [] : least === most ? [least] : [least, most]};
  });
  const end = (DRAWINGS.length - 1) * DOWN + HEIGHT;
  return (
    <svg viewBox={`${-LEFT} -20 ${WIDTH + LEFT + 4} ${end + 54}`} aria-label={`${title}, drawn`}>
      {points
        .filter(({tried}) => tried.title === shown)
        .map(({index}) => (
          <rect key={index} className="tradeoff-chosen" x={x(index) - step / 2} y={-4} width={step} height={end + 22} />
        ))}
      {drawings.map(({title: named, place, y, ends, lines, text}) => (
        <g key={place}>
          <text className="chart-words" x={-LEFT} y={place * DOWN - 10}>
            {named(within)}
          </text>
          {ends.map((value) => (
            <text key={value} className="chart-words number" x={-6} y={y(value) + 4} textAnchor="end">
              {text(value)}
            </text>
          ))}
          <path className="chart-grid" d={`M0 ${place * DOWN + HEIGHT}H${WIDTH}`} />
          {lines.map(({name, of}) => (
            <g key={name}>
              {of(now) !== null && (
                <path className={`tradeoff-now ${name}`} d={`M0 ${y(of(now)!).toFixed(1)}H${WIDTH}`} />
              )}
              <path
                className={`tradeoff-line ${name}`}
                d={points
                  .filter(({outcome}) => of(outcome) !== null)
                  .map(
                    ({outcome, index}, at) =>
                      `${at === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(of(outcome)!).toFixed(1)}`,
                  )
                  .join('')}
              />
            </g>
          ))}
        </g>
      ))}
      {points.map(({tried, outcome, index}) => (
        // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
        <g
          key={tried.title}
          className="tradeoff-point"
          role="button"
          tabIndex={0}
          aria-pressed={shown === tried.title}
          aria-label={`${tried.title}: mean ${decimal(outcome.minutes)} minutes, most deprived ${decimal(outcome.deprivedMinutes)}`}
          onClick={() => onChoose(tried)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onChoose(tried);
          }}
        >
          <rect x={x(index) - step / 2} y={-4} width={step} height={end + 22} />
          {drawings.flatMap(({place, y, lines}) =>
            lines.flatMap(({name, of}) => {
              const value = of(outcome);
              return value === null
                ? []
                : [
                    <circle
                      key={`${place} ${name}`}
                      className={name}
                      cx={x(index)}
                      cy={y(value)}
                      r={name === 'all' ? 3.5 : 3}
                    />,
                  ];
            }),
          )}
          <text className="chart-words number" x={x(index)} y={end + 14} textAnchor="middle">
            {tried.at === null ? '↔' : tried.at >= 1000 ? 'first' : tried.at}
          </text>
        </g>
      ))}
      <text className="chart-words" x={WIDTH} y={end + 30} textAnchor="end">
        {along}
      </text>
    </svg>
  );
}

import type {CallResult} from '../contract.ts';
import {Twin} from '../measures/twin.tsx';
import {count, decimal, percent} from '../words/numbers.ts';

type Curve = CallResult<'search.curve'>;
type Tried = Curve['tried'][number];

const BOX = {width: 226, height: 120};

/** Mean minutes of everyone and of the most deprived, arrangement by arrangement: choose one and it is on the map. */
export function TradeoffChart({
  title,
  curve,
  price,
  within,
  shown,
  onChoose,
}: {
  title: string;
  curve: Curve;
  price: readonly (number | null)[] | null;
  within: number;
  shown: string | null;
  onChoose: (tried: Tried) => void;
}) {
  const points = curve.tried.flatMap((tried, index) => (tried.outcome ? [{tried, outcome: tried.outcome, index}] : []));
  const all = points.flatMap(({outcome}) => [outcome.minutes, outcome.deprivedMinutes]).filter((each) => each !== null);
  // From just below the least to just above the most: what differs is small beside what all have.
  const [most, least] = [Math.max(0, ...all), Math.min(Infinity, ...all)];
  const pad = Math.max(0.2, (most - least) * 0.2);
  const top = most + pad;
  const foot = Math.max(0, least - pad);
  const x = (index: number) =>
    curve.tried.length < 2 ? BOX.width / 2 : (index / (curve.tried.length - 1)) * BOX.width;
  const y = (minutes: number) => BOX.height * (1 - (minutes - foot) / (top - foot));
  const path = (of: (outcome: (typeof points)[number]['outcome']) => number | null) =>
    points
      .flatMap(({outcome, index}) =>
        of(outcome) === null ? [] : [`${x(index).toFixed(1)} ${y(of(outcome)!).toFixed(1)}`],
      )
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${point}`)
      .join('');
  return (
    <Twin
      title={title}
      chart={
        <figure className="tradeoff">
          <svg viewBox={`-34 -8 ${BOX.width + 44} ${BOX.height + 34}`} aria-label={`${title}, mean minutes`}>
            {[0, 0.5, 1].map((share) => (
              <g key={share}>
                <path className="chart-grid" d={`M0 ${y(foot + (top - foot) * share)}H${BOX.width}`} />
                <text className="chart-words number" x={-6} y={y(foot + (top - foot) * share) + 4} textAnchor="end">
                  {decimal(foot + (top - foot) * share)}
                </text>
              </g>
            ))}
            <path className="tradeoff-all" d={path(({minutes}) => minutes)} />
            <path className="tradeoff-deprived" d={path(({deprivedMinutes}) => deprivedMinutes)} />
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
                <rect x={x(index) - 9} y={-6} width={18} height={BOX.height + 24} fill="transparent" />
                {outcome.minutes !== null && <circle cx={x(index)} cy={y(outcome.minutes)} r={4} />}
                {outcome.deprivedMinutes !== null && (
                  <circle className="deprived" cx={x(index)} cy={y(outcome.deprivedMinutes)} r={3} />
                )}
                <text className="chart-words number" x={x(index)} y={BOX.height + 16} textAnchor="middle">
                  {tried.at === null ? '↔' : tried.at >= 1000 ? '∞' : tried.at}
                </text>
              </g>
            ))}
          </svg>
          <figcaption className="small">
            <span className="key all">everyone</span> <span className="key deprived">most deprived fifth</span>{' '}
            <span className="quiet">
              mean minutes. As now {decimal(curve.now.minutes)} and {decimal(curve.now.deprivedMinutes)}.
            </span>
          </figcaption>
        </figure>
      }
      table={
        <div className="tradeoff-table">
          <table className="figures number">
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col">Mean</th>
                <th scope="col">Deprived</th>
                <th scope="col">Gap</th>
                <th scope="col">Within {within}</th>
                {price && <th scope="col">Price</th>}
              </tr>
            </thead>
            <tbody>
              {curve.tried.map((tried, index) => (
                <tr key={tried.title} data-chosen={shown === tried.title}>
                  <th scope="row">
                    {tried.outcome ? (
                      <button type="button" className="link" onClick={() => onChoose(tried)}>
                        {tried.title}
                      </button>
                    ) : (
                      <>
                        {tried.title} <span className="quiet">{tried.proof}</span>
                      </>
                    )}
                  </th>
                  <td>{decimal(tried.outcome?.minutes)}</td>
                  <td>{decimal(tried.outcome?.deprivedMinutes)}</td>
                  <td>{decimal(tried.outcome?.gapMinutes)}</td>
                  <td>{count(tried.outcome?.within)}</td>
                  {price && <td>{percent(price[index])}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  );
}

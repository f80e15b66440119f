import {percent} from '../words/numbers.ts';
import {type Curve, curvePath, tenths, valueAt} from './curve-points.ts';
import {Twin} from './twin.tsx';

const SIDE = 196;
const GRID = [0.25, 0.5, 0.75];

/** Who has how much of it: a Lorenz curve, or one ordered by deprivation, under the line of equal shares. */
export function CurveChart({curve, what}: {curve: Curve & {kind: 'lorenz' | 'concentration'}; what: string}) {
  const byDeprivation = curve.kind === 'concentration';
  const first = byDeprivation ? 'most deprived' : 'least';
  const half = percent(valueAt(curve, 0.5));
  const sentence = byDeprivation
    ? `The more deprived half of the people have ${half} of all ${what}.`
    : `The half of the people who have least have ${half} of all ${what}.`;
  return (
    <Twin
      title={byDeprivation ? 'Concentration curve' : 'Lorenz curve'}
      chart={
        <figure className="curve">
          <svg viewBox={`-42 -6 ${SIDE + 60} ${SIDE + 42}`} role="img" aria-label={sentence}>
            <rect className="chart-box" width={SIDE} height={SIDE} />
            {GRID.map((share) => (
              <path key={share} className="chart-grid" d={`M${share * SIDE} 0V${SIDE}M0 ${share * SIDE}H${SIDE}`} />
            ))}
            <path className="curve-equal" d={`M0 ${SIDE}L${SIDE} 0`} />
            <path className="curve-line" d={curvePath(curve, SIDE, SIDE)} />
            {[0, 0.5, 1].map((share) => (
              <g key={share} className="chart-words number">
                <text x={share * SIDE} y={SIDE + 14} textAnchor="middle">{`${share * 100}%`}</text>
                <text x={-6} y={(1 - share) * SIDE + 4} textAnchor="end">{`${share * 100}%`}</text>
              </g>
            ))}
            <text className="chart-words" x={SIDE / 2} y={SIDE + 30} textAnchor="middle">
              people, {first} first
            </text>
          </svg>
          <figcaption className="small">
            {sentence} <span className="quiet">On the dashed line everyone would have the same.</span>
          </figcaption>
        </figure>
      }
      table={
        <table className="figures number">
          <caption className="visually-hidden">{sentence}</caption>
          <thead>
            <tr>
              <th scope="col">People, {first} first</th>
              <th scope="col">Their share of all {what}</th>
            </tr>
          </thead>
          <tbody>
            {tenths(curve).map(({people, value}) => (
              <tr key={people}>
                <th scope="row">{percent(people)}</th>
                <td>{`${(value * 100).toFixed(1)}%`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

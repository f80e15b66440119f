import type {CallResult} from '../contract.ts';
import {Twin} from '../measures/twin.tsx';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {count, decimal, percent, signed} from '../words/numbers.ts';
import {TradeoffLines} from './tradeoff-lines.tsx';

type Curve = CallResult<'search.curve'>;
export type Tried = Curve['tried'][number];

/** Mean minutes of everyone and of the most deprived, and who is within the minutes: choose one and it is on the map. */
export function TradeoffChart({
  title,
  along,
  curve,
  price,
  within,
  shown,
  onChoose,
}: {
  title: string;
  /** What changes from left to right. */
  along: string;
  curve: Curve;
  price: readonly (number | null)[] | null;
  within: number;
  shown: string | null;
  onChoose: (tried: Tried) => void;
}) {
  const chosen = curve.tried.find((tried) => tried.title === shown);
  return (
    <Twin
      title={title}
      chart={
        <figure className="tradeoff">
          <TradeoffLines title={title} along={along} curve={curve} within={within} shown={shown} onChoose={onChoose} />
          <figcaption className="small">
            <span className="key all">everyone</span> <span className="key deprived">most deprived fifth</span>{' '}
            <span className="key now">as now</span>
            <span className="tradeoff-said">
              {chosen?.outcome ? <Said tried={chosen} within={within} /> : 'Choose one to see it on the map.'}
            </span>
          </figcaption>
        </figure>
      }
      table={
        <ScrollBox label={`${title}, table`}>
          <table className="figures number">
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col">Mean, min</th>
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
                  <td>{signed(tried.outcome?.gapMinutes, decimal)}</td>
                  <td>{count(tried.outcome?.within)}</td>
                  {price && <td>{percent(price[index])}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      }
    />
  );
}

/** One arrangement of the curve in words. */
function Said({tried, within}: {tried: Tried; within: number}) {
  const {minutes, deprivedMinutes, gapMinutes, within: people, residents} = tried.outcome!;
  return (
    <>
      <strong>{tried.title}</strong>: mean {decimal(minutes)} min
      {deprivedMinutes !== null && (
        <>
          , most deprived {decimal(deprivedMinutes)} ({signed(gapMinutes, decimal)} beside the rest)
        </>
      )}
      {people !== null && (
        <>
          ; {percent(people / residents)} of {count(residents)} within {within}
        </>
      )}
      . <span className="quiet">{tried.proof}</span>
    </>
  );
}

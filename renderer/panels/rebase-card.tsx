import {rebaseEvidence} from '../actions/evidence.ts';
import {useAnswer} from '../answers.ts';
import {Button} from '../parts/button.tsx';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {count, percent, plural} from '../words/numbers.ts';

/** Evidence that is on the other edition of small areas than the place: what a rebase would make of it, and the way to do it. */
export function RebaseCard() {
  const {value} = useAnswer('rebase.look', {});
  if (!value || value.evidence.length === 0) return null;
  return (
    <section className="source rebase-card" aria-label="Rebase">
      <h4>On another edition of small areas</h4>
      {value.evidence.map(({kind, title, areas, areasAfter, before, after, leftOut}) => (
        <p key={kind} className="small number">
          {title}: {plural(areas, 'area')}, of which {count(areasAfter)} here once rebased.
          {before !== null &&
            after !== null &&
            ` Residents in all of it ${count(before)} before, ${count(after)} after.`}
          {leftOut > 0 && ` ${plural(leftOut, 'row')} left out.`}
        </p>
      ))}
      {value.changed.length > 0 && (
        <details>
          <summary>{plural(value.changed.length, 'area')} split, merged or redrawn</summary>
          <ScrollBox label="What became of areas">
            <table className="figures number in-words">
              <thead>
                <tr>
                  <th scope="col">Was</th>
                  <th scope="col">Became</th>
                  <th scope="col">Share</th>
                </tr>
              </thead>
              <tbody>
                {value.changed.flatMap(({code, became, to}) =>
                  to.map((each) => (
                    <tr key={`${code} ${each.code}`}>
                      <th scope="row">
                        {code} <span className="quiet">{became}</span>
                      </th>
                      <td>{each.name || each.code}</td>
                      <td>{percent(each.share)}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </ScrollBox>
        </details>
      )}
      <Button onPress={() => void rebaseEvidence()}>Rebase to the areas here</Button>
    </section>
  );
}

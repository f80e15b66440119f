import {count} from '../words/numbers.ts';
import type {MeasureAnswer} from './answer.ts';

/** Why everybody who is not served is not, and how many people and areas that is true of; with the served it is everyone. */
export function Reasons({reasons, who}: {reasons: MeasureAnswer['reasons']; who: string}) {
  if (reasons.every(({standing}) => standing === 'served')) return null;
  return (
    <section aria-label="Why people are not served">
      <h3>Why people are not served</h3>
      <table className="figures number">
        <thead>
          <tr>
            <td />
            <th scope="col">Areas</th>
            <th scope="col">{who === 'users' ? 'Users' : 'Residents'}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({standing, sentence, areas, people}) => (
            <tr key={standing}>
              <th scope="row">{sentence}</th>
              <td>{count(areas)}</td>
              <td>{count(people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import {inSentence} from '../../src/domain/in-sentence.ts';
import type {Together} from '../measures/answer.ts';
import {count, plural, signed} from '../words/numbers.ts';

/** Services alone and together by stated level, now and in the option; the lines add up to all of them. */
export function LevelsTable({of}: {of: Together}) {
  const {now, before, option, against, optionName, againstName} = of;
  const differs = option !== against;
  const lines = [
    {label: 'Alone at their site', here: now.alone, was: before.alone},
    ...now.byLevel.map(({level, label, placements}, at) => ({
      label: `${level} ${label}`,
      here: placements,
      was: before.byLevel[at]?.placements ?? 0,
    })),
  ];
  const sum = lines.reduce((total, {here}) => total + here, 0);
  const addsUp = sum === now.placements;
  return (
    <section className="stack" aria-label="Services together">
      <div className="measure-value number">
        <strong>{count(now.alone)}</strong>
        <span className="quiet">of {plural(now.placements, 'service')} at sites stand alone</span>
      </div>
      <table className="figures number">
        <thead>
          <tr>
            <td className="quiet">Linked care</td>
            {differs && <th scope="col">{againstName}</th>}
            <th scope="col">{differs ? optionName : 'Services'}</th>
            {differs && <th scope="col">Change</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({label, here, was}) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {differs && <td>{count(was)}</td>}
              <td>{count(here)}</td>
              {differs && <td>{signed(here - was)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-adds-up={addsUp}>
            <th scope="row">All {addsUp ? '✓' : '✗ does not add up'}</th>
            {differs && <td>{count(before.placements)}</td>}
            <td>{count(now.placements)}</td>
            {differs && <td>{signed(now.placements - before.placements)}</td>}
          </tr>
        </tfoot>
      </table>
      <p className="small">
        {plural(now.physicalAndMental.sites, 'site')} with physical and mental health,{' '}
        {count(now.physicalAndMental.linked)} of them with both linked at level 2 or above.
      </p>
      {now.isolated.length > 0 && (
        <p className="small">
          In isolation at every site they have: {now.isolated.map(({name}) => inSentence(name)).join(', ')}.
        </p>
      )}
    </section>
  );
}

import {TimesLabel} from '../answer/times-label.tsx';
import type {Together} from '../measures/answer.ts';
import {BundleInputs} from '../measures/bundle-inputs.tsx';
import {count, exact, percent, signed} from '../words/numbers.ts';
import {KeptSeparate} from './kept-separate.tsx';

type Saved = NonNullable<Together['bundle']>;

const sparing = (value: number) => exact(value, Math.abs(value) >= 100 ? 0 : 1);

/** What people who use all services of a bundle save where they share a site, from no visit on the same day to every one. */
export function Bundle({of}: {of: Together}) {
  return (
    <section className="stack" aria-label="A bundle of services">
      <h3>People who use several</h3>
      <BundleInputs />
      {of.bundle ? (
        <BundleSaved of={of} saved={of.bundle} />
      ) : (
        <p className="inset">Tick two or more services that the same people use.</p>
      )}
      {of.notes.map((note) => (
        <p key={note} className="quiet small">
          {note}
        </p>
      ))}
    </section>
  );
}

function BundleSaved({of, saved}: {of: Together; saved: Saved}) {
  const {option, against, optionName, againstName, times} = of;
  const differs = option !== against;
  const {option: then, against: before, byBeta, extraTripsSaved} = saved;
  const lines = [
    {label: 'People who use them all', value: then.users, was: before.users},
    {label: 'Trips a year, none combined', value: then.tripsApart, was: before.tripsApart},
    {label: 'Trips as combined', value: then.tripsCombined, was: before.tripsCombined},
    {label: 'Trips saved', value: then.tripsSaved, was: before.tripsSaved},
    {label: 'Hours saved', value: then.minutesSaved / 60, was: before.minutesSaved / 60},
    {label: 'Kilometres saved', value: then.kilometresSaved, was: before.kilometresSaved},
    {label: 'People for whom two or more share a site', value: then.usersSharing, was: before.usersSharing},
    {label: 'of them at level 2 or above: integrated', value: then.usersIntegrated, was: before.usersIntegrated},
    {label: 'Out of reach of one of them', value: then.usersOutOfReach, was: before.usersOutOfReach},
  ];
  return (
    <>
      <table className="figures number">
        <thead>
          <tr>
            <td className="quiet">A year</td>
            {differs && <th scope="col">{againstName}</th>}
            <th scope="col">{optionName}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({label, value, was}) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {differs && <td>{sparing(was)}</td>}
              <td>{sparing(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <KeptSeparate of={of} saved={then} />
      {differs && (
        <p className="small">
          {signed(extraTripsSaved, sparing)} trips a year saved against {againstName.toLowerCase()}.
        </p>
      )}
      <table className="figures number">
        <caption className="quiet small">From no visit on the same day to all but the busiest service’s</caption>
        <thead>
          <tr>
            <th scope="col">Same day</th>
            <th scope="col">Trips</th>
            <th scope="col">Trips saved</th>
            <th scope="col">Km saved</th>
          </tr>
        </thead>
        <tbody>
          {byBeta.map((each) => (
            <tr key={each.sameDayShare} data-changed={each.sameDayShare === then.sameDayShare}>
              <th scope="row">{percent(each.sameDayShare)}</th>
              <td>{count(each.tripsCombined)}</td>
              <td>{sparing(each.tripsSaved)}</td>
              <td>{sparing(each.kilometresSaved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <TimesLabel times={times} />
    </>
  );
}

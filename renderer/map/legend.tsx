import {count} from '../words/numbers.ts';
import type {Picture} from './picture.ts';

/** What the colours mean, and how many people live in each. */
export function Legend({picture: {classes, bands}}: {picture: Picture}) {
  if (bands) return null;
  if (classes.lines.length === 0) return null;
  return (
    <table className="legend number">
      <caption>{classes.title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Class</th>
          <th scope="col">Residents</th>
        </tr>
      </thead>
      <tbody>
        {classes.lines.map(({colour, label, people}) => (
          <tr key={label}>
            <th scope="row">
              <span
                className={colour === 'hatch' ? 'swatch swatch-hatch' : 'swatch'}
                style={colour.startsWith('#') ? {background: colour} : {}}
              />
              {label}
            </th>
            <td>{count(people)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="quiet">
            Residents
          </th>
          <td>{count(classes.lines.reduce((sum, {people}) => sum + people, 0))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

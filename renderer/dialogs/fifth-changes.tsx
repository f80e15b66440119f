import {ScrollBox} from '../parts/scroll-box.tsx';
import {fifthName} from '../words/deprivation.ts';

interface Changed {
  code: string;
  name: string;
  before: number;
  after: number;
}

/** The areas that a newer edition puts into another fifth. */
export function FifthChanges({areas}: {areas: readonly Changed[]}) {
  return (
    <details>
      <summary>Which areas change their fifth</summary>
      <ScrollBox label="Areas that change their fifth">
        <table className="figures in-words">
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">So far</th>
              <th scope="col">By this file</th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({code, name, before, after}) => (
              <tr key={code}>
                <th scope="row" title={code}>
                  {name}
                </th>
                <td>{fifthName(before)}</td>
                <td>{fifthName(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

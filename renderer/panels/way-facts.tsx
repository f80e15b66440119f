import {X} from 'lucide-react';
import type {CallResult} from '../contract.ts';
import {IconButton} from '../parts/button.tsx';
import {ChoiceField} from '../parts/choice-field.tsx';
import {useRoutes} from '../routes.ts';
import {useMirror} from '../state/plan.ts';
import {draw, useView} from '../state/view.ts';
import {count, decimal, minutesText, signed} from '../words/numbers.ts';
import {travelPhrase} from '../words/sentences.ts';

type Route = CallResult<'travel.route'>;

/** One way, from any area to any site: its minutes and kilometres, and its streets in order; before and after, if two options are compared. */
export function WayFacts({area, site}: {area: string; site: string}) {
  const areas = useMirror((mirror) => mirror.areas);
  const sites = useMirror(({plan}) => plan.site);
  const question = useView((view) => view.question);
  const {after, before, error} = useRoutes();
  if (!question) return null;
  const differs = before && after && before.minutes !== after.minutes;
  return (
    <section className="street-way" aria-label="The way">
      <div className="street-change-head">
        <h3 className="panel-heading">The way, {travelPhrase(question)}</h3>
        <IconButton name="Leave the way" onPress={() => draw(null)}>
          <X size={14} />
        </IconButton>
      </div>
      <ChoiceField label="From" value={area} onChoose={(next) => draw({what: 'route', area: next, site})}>
        {areas.map(({code, name}) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField label="To" value={site} onChoose={(next) => draw({what: 'route', area, site: next})}>
        {[...sites.values()]
          .sort((a, b) => a.name.localeCompare(b.name))
          .map(({id, name}) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </ChoiceField>
      {error && <p className="field-problem">{error.message}</p>}
      {!after && !error && <p className="quiet small">Finding the way…</p>}
      {differs && (
        <p className="number">
          <strong>{signed(after.minutes - before.minutes, decimal)} minutes</strong> in {after.optionName} against{' '}
          {before.optionName}.
        </p>
      )}
      {after && <Steps route={after} line="after" />}
      {before && <Steps route={before} line="before" />}
    </section>
  );
}

function Steps({route, line}: {route: Route; line: 'after' | 'before'}) {
  return (
    <table className="figures number way-steps">
      <caption>
        <span className="way-line" data-line={line} aria-hidden="true" />
        <strong>{minutesText(route.minutes)}</strong>, {decimal(route.kilometres)} km, {route.optionName.toLowerCase()}
      </caption>
      <thead>
        <tr>
          <th scope="col">Street</th>
          <th scope="col">Min</th>
          <th scope="col">Metres</th>
        </tr>
      </thead>
      <tbody>
        {route.steps.map(({street, minutes, metres, kind}, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps stand in the order of travel, and a street may come twice
          <tr key={step} data-kind={kind}>
            <th scope="row">{street}</th>
            <td>{decimal(minutes)}</td>
            <td>{count(metres)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

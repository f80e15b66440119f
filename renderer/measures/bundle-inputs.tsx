import {useMirror} from '../state/plan.ts';
import {measureBy, useView} from '../state/view.ts';
import {percent} from '../words/numbers.ts';

/** The services that some people use together, the share of visits that fall on one day (β), and who uses them all. */
export function BundleInputs() {
  const {sameDayShare, shareOfBoth} = useView((view) => view.measure);
  return (
    <>
      <BundleServices />
      <Share
        label="Visits on the same day (β)"
        hint="0%: every visit is a trip. 100%: only those to the busiest service are."
        value={sameDayShare}
        onChange={(next) => measureBy({sameDayShare: next})}
      />
      <Share
        label="Of the smallest service’s users, use them all"
        hint="An assumption, as is the one above: nobody has measured either."
        value={shareOfBoth}
        onChange={(next) => measureBy({shareOfBoth: next})}
      />
    </>
  );
}

function BundleServices() {
  const services = useMirror((mirror) => mirror.plan.service);
  const placed = useMirror((mirror) => mirror.plan.placement);
  const chosen = useView((view) => view.measure.services);
  const offered = new Set([...placed.values()].map(({service}) => service));
  return (
    <fieldset className="bundle-services">
      <legend>Services of the bundle</legend>
      {[...services.values()]
        .filter(({id}) => offered.has(id))
        .map(({id, name}) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                measureBy({services: event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id)})
              }
            />
            {name}
          </label>
        ))}
    </fieldset>
  );
}

/** A share from nobody to all, by a slider that arrow keys move. */
function Share({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  value: number;
  onChange: (value: number) => void;
}) {
  return (
    <label className="field share-field">
      <span className="share-label">
        {label} <strong className="number">{percent(value)}</strong>
      </span>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span className="quiet small">{hint}</span>
    </label>
  );
}

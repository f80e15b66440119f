import {useEffect} from 'react';
import {stepBack} from '../actions/look.ts';
import {Button} from '../parts/button.tsx';
import {layRuler, speak, useView} from '../state/view.ts';
import {distanceText, metresAlong} from './distance.ts';

/** The length of the line laid so far, as the crow flies. */
export function RulerBanner({hint}: {hint: string}) {
  const ruler = useView((view) => view.ruler);
  const total = metresAlong(ruler);
  const last = metresAlong(ruler.slice(-2));
  useEffect(() => {
    if (ruler.length > 1) speak(`${distanceText(total)} in a straight line.`);
  }, [ruler.length, total]);
  return (
    <section className="mode-banner" aria-label="Measure a distance">
      <p>
        <strong>Measure a distance</strong> {hint}
      </p>
      <div className="mode-banner-row">
        <span className="number ruler-length">
          <strong>{distanceText(total)}</strong>
          <span className="quiet small">
            {ruler.length > 2 ? ` as the crow flies, the last stretch ${distanceText(last)}` : ' as the crow flies'}
          </span>
        </span>
        <Button isDisabled={ruler.length === 0} onPress={() => layRuler(ruler.slice(0, -1))}>
          Take back
        </Button>
        <Button onPress={stepBack}>Done</Button>
      </div>
    </section>
  );
}

import {Button} from '../parts/button.tsx';
import {showArrangement, useView} from '../state/view.ts';
import {adopt} from './adopt.ts';

/** Which arrangement the map shows, and what can be done with it; it stays in sight while a planner looks at others. */
export function OnMap() {
  const shown = useView((view) => view.search.shown);
  if (!shown) return null;
  return (
    <section className="search-foot" aria-label="On the map">
      <p className="small">
        On the map: <strong>{shown.title}</strong>
      </p>
      <div className="row">
        <Button look="strong" onPress={() => void adopt(shown)}>
          Adopt as an option
        </Button>
        <Button look="quiet" onPress={() => showArrangement(null)}>
          Clear
        </Button>
      </div>
    </section>
  );
}

import {type FormEvent, useState} from 'react';
import {cancelBoundary, finishBoundary} from '../actions/boundary.ts';
import {Button} from '../parts/button.tsx';
import {Field} from '../parts/field.tsx';
import {useMirror} from '../state/plan.ts';
import {cornersDrawn, speak, useView} from '../state/view.ts';
import {readCoordinates} from '../words/coordinates.ts';
import {plural} from '../words/numbers.ts';
import {addCorner, takeCornerBack} from './modes/draw-boundary.ts';

/** Says how a boundary is drawn, counts its corners, and takes the same by typing. */
export function BoundaryBanner({hint}: {hint: string}) {
  const corners = useView((view) => cornersDrawn(view).length);
  const [typed, setTyped] = useState('');
  const around = useAround();
  const [error, setError] = useState<string | null>(null);

  function take(event: FormEvent): void {
    event.preventDefault();
    const read = readCoordinates(typed);
    if (typeof read === 'string') {
      setError(read);
      return;
    }
    setError(null);
    setTyped('');
    addCorner(read);
    speak(`Corner ${corners + 1}.`);
  }

  return (
    <form className="mode-banner" onSubmit={take} aria-label={around}>
      <p>
        <strong>{around}</strong> {hint}
      </p>
      <div className="mode-banner-row">
        <Field
          label="Latitude, longitude of a corner"
          hideLabel
          placeholder="or type latitude, longitude"
          value={typed}
          error={error}
          onChange={(text) => {
            setTyped(text);
            setError(null);
          }}
        />
        <Button type="submit" isDisabled={typed.trim() === ''}>
          Add corner
        </Button>
      </div>
      <div className="mode-banner-row">
        <Button look="strong" isDisabled={corners < 3} onPress={finishBoundary}>
          Finish
        </Button>
        <Button isDisabled={corners === 0} onPress={takeCornerBack}>
          Take back
        </Button>
        <Button onPress={cancelBoundary}>Cancel</Button>
        <span className="quiet small number">
          {corners < 3 ? `${plural(corners, 'corner')} of three at least` : plural(corners, 'corner')}
        </span>
      </div>
    </form>
  );
}

/** What the boundary is drawn around. */
function useAround(): string {
  const {mapMode, neighbourhood} = useView((view) => view);
  const name = useMirror(({plan}) =>
    neighbourhood === null ? undefined : plan.neighbourhood.get(neighbourhood)?.name,
  );
  if (mapMode.name !== 'draw-boundary' || mapMode.of === 'place') return 'Draw a boundary';
  return name === undefined ? 'Draw around a neighbourhood' : `Draw around areas of ${name}`;
}

import {type FormEvent, useState} from 'react';
import {stepBack} from '../actions/look.ts';
import {addSite, moveSite} from '../actions/sites.ts';
import {Button} from '../parts/button.tsx';
import {Field} from '../parts/field.tsx';
import {useMirror} from '../state/plan.ts';
import {dragTo, useView} from '../state/view.ts';
import {readCoordinates} from '../words/coordinates.ts';
import {coordinates} from '../words/numbers.ts';

/** Says what the map is waiting for, and takes the same by keyboard: coordinates typed or pasted. */
export function ModeBanner({hint}: {hint: string | null}) {
  const mode = useView((view) => view.mapMode);
  const drag = useView((view) => view.drag);
  const name = useMirror(({plan}) => (mode.name === 'move-site' ? plan.site.get(mode.site)?.name : null));
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  if (!hint) return null;
  if (mode.name === 'choose-street' || mode.name === 'draw-street')
    return <StreetBanner hint={hint} name={mode.name} />;
  if (mode.name !== 'add-site' && mode.name !== 'move-site') return null;

  function take(event: FormEvent): void {
    event.preventDefault();
    if (typed === '' && mode.name === 'move-site' && drag) {
      void moveSite(mode.site, drag.at);
      return;
    }
    const read = readCoordinates(typed);
    if (typeof read === 'string') {
      setError(read);
      return;
    }
    setError(null);
    setTyped('');
    if (mode.name === 'move-site') dragTo({site: mode.site, at: read});
    else void addSite(read);
  }

  return (
    <form
      className="mode-banner"
      onSubmit={take}
      aria-label={mode.name === 'add-site' ? 'Add a site' : `Move ${name ?? 'the site'}`}
    >
      <p>
        <strong>{mode.name === 'add-site' ? 'Add a site' : `Move ${name ?? 'the site'}`}</strong> {hint}
      </p>
      <div className="mode-banner-row">
        <Field
          label="Latitude, longitude"
          hideLabel
          placeholder={drag ? coordinates(...drag.at) : 'or type latitude, longitude'}
          value={typed}
          error={error}
          onChange={(text) => {
            setTyped(text);
            setError(null);
          }}
        />
        <Button look="strong" type="submit">
          {mode.name === 'add-site' ? 'Add there' : typed === '' ? 'Move here' : 'Show there'}
        </Button>
        <Button onPress={stepBack}>Cancel</Button>
      </div>
    </form>
  );
}

/** What is typed of a street, is typed in its panel: here stands only what the map waits for. */
function StreetBanner({hint, name}: {hint: string; name: 'choose-street' | 'draw-street'}) {
  return (
    <section className="mode-banner" aria-label={name === 'choose-street' ? 'Choose a street' : 'Draw a street'}>
      <p>
        <strong>{name === 'choose-street' ? 'Choose a street' : 'Draw a street'}</strong> {hint}
      </p>
      {name === 'choose-street' && (
        <div className="mode-banner-row">
          <Button onPress={stepBack}>Cancel</Button>
        </div>
      )}
    </section>
  );
}

import {X} from 'lucide-react';
import {useState} from 'react';
import {AS_NOW} from '../../src/domain/option.ts';
import {isOf, streetChangesIn} from '../../src/domain/street-change.ts';
import {closeStreet, limitStreet, optionNameInView} from '../actions/streets.ts';
import {Button, IconButton} from '../parts/button.tsx';
import {NumberBox} from '../parts/field.tsx';
import {Segments} from '../parts/segments.tsx';
import {useMirror} from '../state/plan.ts';
import {lookAtStreet, type StreetLook, useView} from '../state/view.ts';
import {count} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import {StreetChanged} from './street-changed.tsx';

/** A street that is looked at: how long, how fast, and what can be done with it in the option in view. */
export function StreetCard({found, onLeave}: {found: NonNullable<StreetLook['found']>; onLeave: () => void}) {
  const whole = useView(({street}) => street.whole);
  const inView = useView(({question}) => question?.option ?? AS_NOW);
  const plan = useMirror((mirror) => mirror.plan);
  const street = (whole && found.whole) || found.stretch;
  const [mph, setMph] = useState(street.mph ?? 20);
  const option = optionNameInView();
  const changes = streetChangesIn(plan, inView).filter((change) => isOf(change, street.lines));
  const closed = changes.some(({kind, closedTo}) => kind === 'closed' && closedTo === 'everyone');
  return (
    <section className="site-card" aria-label={street.name || 'A street without a name'}>
      <header>
        <h3>{street.name || 'A street without a name'}</h3>
        <IconButton name="Leave this street" onPress={onLeave}>
          <X size={14} />
        </IconButton>
      </header>
      {found.whole && (
        <Segments
          label="How much of it"
          choices={[
            {name: 'stretch', title: `${count(found.stretch.metres)} m here`},
            {name: 'whole', title: `All ${count(found.whole.metres)} m`},
          ]}
          chosen={whole ? 'whole' : 'stretch'}
          onChoose={(name) => lookAtStreet({whole: name === 'whole'})}
        />
      )}
      <dl className="facts facts-tight">
        <div>
          <dt>{capital(street.extent)}</dt>
          <dd className="number">{count(street.metres)} m</dd>
        </div>
        <div>
          <dt>Sort</dt>
          <dd>{capital(street.sort)}</dd>
        </div>
        <div>
          <dt>Limit as signed</dt>
          <dd className="number">{street.mph === null ? 'not tagged' : `${street.mph} mph`}</dd>
        </div>
        <div>
          <dt>Driven, in free flow</dt>
          <dd className="number">{street.drivenMph === null ? 'not by car' : `${count(street.drivenMph)} mph`}</dd>
        </div>
      </dl>
      {changes.map((change) => (
        <StreetChanged key={change.id} change={change} />
      ))}
      {!closed && (
        <div className="street-doing">
          <Button look="strong" onPress={() => void closeStreet(street, 'everyone')}>
            Close in {option}…
          </Button>
          {street.drivenMph !== null && (
            <Button onPress={() => void closeStreet(street, 'cars')}>Close to cars…</Button>
          )}
        </div>
      )}
      {street.drivenMph !== null && !closed && (
        <div className="street-doing">
          <NumberBox
            label="Speed limit"
            hideLabel
            unit="mph"
            value={mph}
            minValue={3}
            maxValue={80}
            onChange={setMph}
          />
          <Button onPress={() => void limitStreet(street, mph)}>Set the limit…</Button>
        </div>
      )}
    </section>
  );
}

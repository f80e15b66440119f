import {useState} from 'react';
import {STREET_SORTS, type StreetSort} from '../../src/domain/street-change.ts';
import {stepBack} from '../actions/look.ts';
import {addStreet, optionNameInView} from '../actions/streets.ts';
import {addPoint, takePointBack} from '../map/modes/draw-street.ts';
import {Button} from '../parts/button.tsx';
import {ChoiceField} from '../parts/choice-field.tsx';
import {Field, NumberBox} from '../parts/field.tsx';
import {readCoordinates} from '../words/coordinates.ts';
import {plural} from '../words/numbers.ts';

/** A street that is being drawn: what it is called, what sort it is, how fast, and its points typed if one likes. */
export function NewStreet({points}: {points: number}) {
  const [name, setName] = useState('');
  const [sort, setSort] = useState<StreetSort>('residential');
  const [mph, setMph] = useState(30);
  const [oneWay, setOneWay] = useState(false);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  // On foot a street leads both ways, whatever its sort.
  const isOneWayable = sort !== 'footway';
  const isDriven = sort !== 'cycleway' && sort !== 'footway';

  function takePoint(): void {
    const read = readCoordinates(typed);
    if (typeof read === 'string') {
      setProblem(read);
      return;
    }
    setProblem(null);
    setTyped('');
    addPoint(read);
  }

  return (
    <form
      className="new-street"
      aria-label="Add a street"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') takePoint();
        else if (points > 1) void addStreet(name.trim() || 'New street', sort, mph, oneWay && isOneWayable);
      }}
    >
      <h3 className="panel-heading">A new street in {optionNameInView()}</h3>
      <p className="quiet small">
        It joins each street that one of its points lies on, within 20 m; where it crosses another without a point, it
        passes over or under.
      </p>
      <Field label="Name" value={name} placeholder="New street" onChange={setName} />
      <ChoiceField label="Sort" value={sort} onChoose={(next) => setSort(next as StreetSort)}>
        {STREET_SORTS.map((each) => (
          <option key={each.sort} value={each.sort}>
            {each.label}
          </option>
        ))}
      </ChoiceField>
      {isDriven && (
        <NumberBox label="Speed limit" unit="mph" value={mph} minValue={3} maxValue={80} onChange={setMph} />
      )}
      {isOneWayable && (
        <label className="check">
          <input type="checkbox" checked={oneWay} onChange={(event) => setOneWay(event.target.checked)} />
          One way, from its first point to its last
        </label>
      )}
      <Field
        label="Latitude, longitude of a point"
        placeholder="or type latitude, longitude"
        value={typed}
        error={problem}
        onChange={(text) => {
          setTyped(text);
          setProblem(null);
        }}
      />
      <p className="small number">
        {points < 2 ? `${plural(points, 'point')} of two at least` : plural(points, 'point')}
      </p>
      <div className="street-doing">
        <Button look="strong" type="submit" isDisabled={points < 2 && typed.trim() === ''}>
          {typed.trim() === '' ? 'Add the street' : 'Add the point'}
        </Button>
        <Button isDisabled={points === 0} onPress={takePointBack}>
          Take back
        </Button>
        <Button onPress={stepBack}>Cancel</Button>
      </div>
    </form>
  );
}

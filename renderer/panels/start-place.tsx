import {ArrowLeft} from 'lucide-react';
import {startPlace} from '../actions/place.ts';
import {useAnswer} from '../answers.ts';
import {Button} from '../parts/button.tsx';
import {Field, NumberBox} from '../parts/field.tsx';
import {Segments} from '../parts/segments.tsx';
import {choosePlace, leavePlace, type PlaceWish} from '../state/view.ts';
import {count, plural} from '../words/numbers.ts';
import {nameOf, placeAsked} from './place-asked.ts';
import {PlaceByBoundary} from './place-by-boundary.tsx';
import {PlaceByNames} from './place-by-names.tsx';

const WAYS: readonly {name: PlaceWish['by']; title: string}[] = [
  {name: 'names', title: 'By name'},
  {name: 'boundary', title: 'Boundary'},
  {name: 'areas', title: 'List'},
];

/** Choosing a place out of a wider project: which areas are counted, and how far around them people may travel. */
export function StartPlace({wish}: {wish: PlaceWish}) {
  const asked = placeAsked(wish);
  const {value, current, error} = useAnswer('place.look', asked);
  const name = wish.name ?? nameOf(wish);
  const ready = asked !== null && value !== undefined && !error && name.trim() !== '';
  return (
    <form
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void startPlace(name.trim(), asked);
      }}
    >
      <Button look="quiet" icon={<ArrowLeft size={14} />} onPress={leavePlace}>
        Back to the whole
      </Button>
      <p className="small">
        A place becomes a project of its own. Its people are counted; sites and streets around it stay for travel.
      </p>
      <Segments label="How the place is chosen" choices={WAYS} chosen={wish.by} onChoose={(by) => choosePlace({by})} />
      {wish.by === 'names' && <PlaceByNames wish={wish} />}
      {wish.by === 'boundary' && <PlaceByBoundary wish={wish} />}
      {wish.by === 'areas' && (
        <Field
          label="Codes of small areas"
          hint="Paste them from anywhere: a column, a line, a list with commas."
          long
          placeholder="E01013992, E01013993 …"
          value={wish.codes}
          onChange={(codes) => choosePlace({codes})}
        />
      )}
      <NumberBox
        label="Sites and streets around it, up to"
        unit="km"
        value={wish.fringe}
        minValue={0}
        maxValue={100}
        onChange={(fringe) => choosePlace({fringe})}
      />
      {error && asked && <p className="field-problem">{error.message}</p>}
      {asked && value && !error && (
        <dl className="facts number" data-current={current} aria-live="polite">
          <div>
            <dt>Small areas, of {count(value.ofAreas)}</dt>
            <dd>{count(value.areas)}</dd>
          </div>
          <div>
            <dt>Residents</dt>
            <dd>{count(value.residents)}</dd>
          </div>
          {value.withoutResidents > 0 && (
            <div>
              <dt>Areas whose residents are not known</dt>
              <dd>{count(value.withoutResidents)}</dd>
            </div>
          )}
          <div>
            <dt>Sites inside</dt>
            <dd>{count(value.sitesInside)}</dd>
          </div>
          <div>
            <dt>Sites up to {wish.fringe} km around</dt>
            <dd>{count(value.sitesAround)}</dd>
          </div>
          <div>
            <dt>Sites left behind</dt>
            <dd>{count(value.sitesLeft)}</dd>
          </div>
        </dl>
      )}
      <Field label="Name of the place" value={name} onChange={(next) => choosePlace({name: next})} />
      <Button type="submit" look="strong" isDisabled={!ready}>
        {ready ? `Start with ${plural(value.areas, 'area')}` : 'Start the place'}
      </Button>
    </form>
  );
}

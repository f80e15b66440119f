import {MousePointerClick, Plus} from 'lucide-react';
import {useState} from 'react';
import {Input, SearchField} from 'react-aria-components';
import {chooseStreet, drawStreet, lookAtNamed} from '../actions/streets.ts';
import {useAnswer} from '../answers.ts';
import {Button} from '../parts/button.tsx';
import {useMirror} from '../state/plan.ts';
import {lookAtStreet, useView} from '../state/view.ts';
import {count} from '../words/numbers.ts';
import {NewStreet} from './new-street.tsx';
import {StreetCard} from './street-card.tsx';
import {StreetChanges} from './street-changes.tsx';
import {WayFacts} from './way-facts.tsx';

/** The streets: one way on request, and what the option in view changes in them. */
export function StreetsPanel() {
  const hasStreets = useMirror(({state}) => state?.open?.evidence !== undefined && 'streets' in state.open.evidence);
  const drawn = useView((view) => view.drawn);
  const {found, drawing} = useView(({street}) => street);
  const [words, setWords] = useState('');
  const named = useAnswer('streets.find', hasStreets && words.trim().length > 1 ? {words: words.trim()} : null);
  if (!hasStreets)
    return <p className="quiet">Bring streets from OpenStreetMap first: evidence of the kind “streets”.</p>;

  return (
    <>
      {drawn?.what === 'route' && <WayFacts area={drawn.area} site={drawn.site} />}
      {drawing ? (
        <NewStreet points={drawing.length} />
      ) : (
        <>
          <div className="panel-tools">
            <SearchField
              className="search"
              aria-label="Search for a street by its name"
              value={words}
              onChange={setWords}
            >
              <Input placeholder="Search for a street by its name" />
            </SearchField>
          </div>
          <div className="street-doing">
            <Button icon={<MousePointerClick size={14} />} onPress={chooseStreet}>
              Choose on the map
            </Button>
            <Button icon={<Plus size={14} />} onPress={drawStreet}>
              Add a street
            </Button>
          </div>
          {named.value && words.trim().length > 1 && (
            <ul className="street-names" aria-label="Streets found">
              {named.value.slice(0, 8).map(({name, metres}) => (
                <li key={name}>
                  <button
                    type="button"
                    onClick={() => {
                      setWords('');
                      void lookAtNamed(name);
                    }}
                  >
                    <span>{name}</span> <span className="quiet small number">{count(metres)} m</span>
                  </button>
                </li>
              ))}
              {named.value.length === 0 && <li className="quiet">No street has “{words}” in its name.</li>}
            </ul>
          )}
          {found && <StreetCard found={found} onLeave={() => lookAtStreet({found: null})} />}
          <StreetChanges />
        </>
      )}
    </>
  );
}

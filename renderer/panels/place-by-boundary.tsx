import {FileUp, PenLine} from 'lucide-react';
import {drawPlace, pickBoundary} from '../actions/place.ts';
import {Button} from '../parts/button.tsx';
import {choosePlace, type PlaceWish} from '../state/view.ts';
import {plural} from '../words/numbers.ts';

/** A boundary drawn on the map, typed corner by corner, or read from a map file. */
export function PlaceByBoundary({wish: {ring, file}}: {wish: PlaceWish}) {
  return (
    <>
      <div className="button-row">
        <Button look={ring.length < 3 && !file ? 'strong' : 'plain'} icon={<PenLine size={14} />} onPress={drawPlace}>
          {ring.length > 0 ? 'Draw on' : 'Draw on the map'}
        </Button>
        <Button icon={<FileUp size={14} />} onPress={() => void pickBoundary()}>
          From a map file…
        </Button>
      </div>
      {(ring.length > 0 || file) && (
        <p className="small">
          {file ? `The boundary in ${file.name}` : `A boundary of ${plural(ring.length, 'corner')}`}.{' '}
          <button type="button" className="link" onClick={() => choosePlace({ring: [], file: null})}>
            Take it away
          </button>
        </p>
      )}
      <p className="quiet small">An area is inside where the point that its people set out from is.</p>
    </>
  );
}

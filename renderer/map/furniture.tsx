import {Maximize, Minus, Plus, Ruler} from 'lucide-react';
import {runAction} from '../actions/all.ts';
import {COLOURINGS} from '../actions/look.ts';
import {Button, IconButton} from '../parts/button.tsx';
import {Segments} from '../parts/segments.tsx';
import {colourBy, draw, showArrangement, useView} from '../state/view.ts';
import {Attribution} from './attribution.tsx';
import {Beyond} from './beyond.tsx';
import {Legend} from './legend.tsx';
import {MapLayers} from './map-layers.tsx';
import type {Picture} from './picture.ts';
import type {PlanMap} from './plan-map.ts';
import {Scale} from './scale.tsx';
import {WayButton} from './way-button.tsx';

const CLEARS = {catchment: 'catchment', bands: 'bands', route: 'the way'};

/** What stands around the map: how it is coloured, what the colours mean, zoom, scale and sources. */
export function Furniture({
  map,
  picture,
  metresPerPixel,
}: {
  map: PlanMap | null;
  picture: Picture;
  metresPerPixel: number;
}) {
  const colouring = useView((view) => view.colouring);
  const drawn = useView((view) => view.drawn);
  const shown = useView((view) => view.search.shown);
  return (
    <>
      <div className="map-colouring">
        <Segments label="Colour the map by" choices={COLOURINGS} chosen={colouring} onChoose={colourBy} />
        <WayButton />
        {shown && (
          <Button look="plain" onPress={() => showArrangement(null)}>
            Clear what was found
          </Button>
        )}
        {drawn && (
          <Button look="plain" onPress={() => draw(null)}>
            Clear {CLEARS[drawn.what]}
          </Button>
        )}
      </div>
      <div className="map-zoom">
        <IconButton name="Zoom in" keys="+" placement="left" onPress={() => map?.zoomBy(1)}>
          <Plus size={16} />
        </IconButton>
        <IconButton name="Zoom out" keys="−" placement="left" onPress={() => map?.zoomBy(-1)}>
          <Minus size={16} />
        </IconButton>
        <IconButton name="Show the whole place" placement="left" onPress={() => map?.showAll()}>
          <Maximize size={15} />
        </IconButton>
        <IconButton name="Measure a distance" placement="left" onPress={() => runAction('map.measure')}>
          <Ruler size={15} />
        </IconButton>
        <MapLayers />
      </div>
      <div className="map-foot">
        <Legend picture={picture} />
        <div className="map-foot-right">
          <Beyond />
          <Scale metresPerPixel={metresPerPixel} />
          <Attribution />
        </div>
      </div>
    </>
  );
}

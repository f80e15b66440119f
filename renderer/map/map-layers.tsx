import {Layers} from 'lucide-react';
import {Dialog, DialogTrigger, Heading, Popover} from 'react-aria-components';
import {chooseBasemap, removeBasemap} from '../actions/basemap.ts';
import {Button, IconButton} from '../parts/button.tsx';
import {Slider} from '../parts/slider.tsx';
import {seeThrough, useView} from '../state/view.ts';
import {opacityOf} from './opacity.ts';

/** What lies under the colours: a basemap from a file of this computer, and how far it shows through. */
export function MapLayers() {
  const basemap = useView((view) => view.basemap);
  const opacity = useView(opacityOf);
  return (
    <DialogTrigger>
      <IconButton name="Basemap and colours" placement="left">
        <Layers size={15} />
      </IconButton>
      <Popover className="popover" placement="left top" offset={8}>
        <Dialog className="map-layers">
          {({close}) => (
            <>
              <Heading slot="title">Basemap</Heading>
              {basemap === null ? (
                <p className="quiet small">
                  None: the map is drawn from the project’s own evidence. A file of map tiles (.mbtiles or .pmtiles), as
                  a council’s map team has them, shows streets and names underneath. It stays on this computer.
                </p>
              ) : basemap.trouble === null ? (
                <p>
                  {basemap.name}
                  <span className="quiet small map-layers-note">
                    {basemap.kind === 'vector' ? 'Vector tiles, in our own quiet colours' : 'Pictures, as published'} ·
                    zoom {basemap.minZoom} to {basemap.maxZoom}
                    {basemap.attribution && ` · ${basemap.attribution}`}
                  </span>
                </p>
              ) : (
                <p className="field-problem">{basemap.trouble}</p>
              )}
              <div className="button-row">
                <Button
                  onPress={() => {
                    close();
                    void chooseBasemap();
                  }}
                >
                  {basemap === null ? 'Choose a file…' : 'Choose another…'}
                </Button>
                {basemap !== null && (
                  <Button look="plain" onPress={() => void removeBasemap()}>
                    Remove
                  </Button>
                )}
              </div>
              <Slider label="Strength of the colours" value={opacity} least={0.2} onChange={seeThrough} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

import {attempt} from '../attempt.ts';
import {ask, pickFile} from '../bridge.ts';
import {showBasemap, speak} from '../state/view.ts';

/** Asks for a file of map tiles, and draws the map over it from now on. */
export async function chooseBasemap(): Promise<void> {
  const [picked] = await pickFile({title: 'Choose a basemap', many: false, extensions: ['mbtiles', 'pmtiles']});
  if (!picked) return;
  const basemap = await attempt('Opening the basemap', () => ask('basemap.choose', {file: picked.grant}));
  if (basemap === undefined) return;
  showBasemap(basemap);
  speak(`The map is drawn over ${picked.name}.`);
}

export async function removeBasemap(): Promise<void> {
  const basemap = await attempt('Removing the basemap', () => ask('basemap.choose', {}));
  if (basemap === undefined) return;
  showBasemap(basemap);
  speak('The map is drawn without a basemap.');
}

/** The basemap that was chosen on this computer before. */
export async function readBasemap(): Promise<void> {
  showBasemap(await ask('basemap.state', {}));
}

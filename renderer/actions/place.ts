import {attempt} from '../attempt.ts';
import {ask, pickFile} from '../bridge.ts';
import type {PlaceAsked} from '../panels/place-asked.ts';
import {mirror} from '../state/plan.ts';
import {choosePlace, showPanel} from '../state/view.ts';
import {notify} from '../state/work.ts';
import type {Action} from './action.ts';
import {drawBoundary} from './boundary.ts';
import {leave} from './project.ts';

const MAP_FILES = ['geojson', 'json', 'kml', 'kmz', 'zip', 'gpkg', 'gz'];

export function beginPlace(): void {
  choosePlace({});
  showPanel('place');
}

export function drawPlace(): void {
  choosePlace({by: 'boundary', file: null});
  drawBoundary('place');
}

export async function pickBoundary(): Promise<void> {
  const [picked] = await pickFile({title: 'Choose a boundary', many: false, extensions: MAP_FILES});
  if (picked) choosePlace({by: 'boundary', file: picked, ring: []});
}

/** Takes the place of the open project, which is saved or let go of first. */
export async function startPlace(name: string, asked: PlaceAsked): Promise<void> {
  const leaving = await leave();
  if (!leaving) return;
  const started = await attempt(`Starting ${name}`, (listening) =>
    ask('place.start', {name, ...asked, ...leaving}, listening),
  );
  if (started) notify('done', started.sentence);
}

export const placeActions: readonly Action[] = [
  {
    name: 'place.start',
    label: () => 'Start a place within this one…',
    group: 'Project',
    when: () => mirror().areas.length > 1,
    run: beginPlace,
  },
];

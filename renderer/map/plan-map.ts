import {
  type GeoJSONSource,
  LngLatBounds,
  Map as MapLibreMap,
  type MapMouseEvent,
  type PaddingOptions,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type {LngLat} from '../../src/domain/evidence.ts';
import {areaLayers} from './areas/area-layers.ts';
import type {ThemeName} from './colours.ts';
import type {Picture} from './picture.ts';
import {drawSiteIcon, ICON_RATIO} from './site-icon.ts';
import {BELOW_AREAS, styleFor} from './style.ts';

setWorkerUrl(new URL(workerUrl, window.location.href).href);

/** What lies under the pointer: a site before the area it stands in. */
export type Target = {kind: 'site'; id: string} | {kind: 'area'; index: number} | null;

export interface Pointed {
  target: Target;
  at: LngLat;
  /** Pixels from the map's top left corner. */
  point: {x: number; y: number};
  metresPerPixel: number;
}

export interface Gestures {
  hover: (pointed: Pointed | null) => void;
  click: (pointed: Pointed) => void;
  menu: (pointed: Pointed) => void;
  /** The pointer went down on a site: true takes the gesture from the map, which then gets `drag` and `drop`. */
  grab: (site: string) => boolean;
  drag: (at: LngLat) => void;
  drop: (at: LngLat) => void;
  moved: (camera: {metresPerPixel: number}) => void;
  /** Something of the picture could not be had. */
  failed: (error: unknown) => void;
}

export interface PlanMap {
  draw: (picture: Picture) => void;
  cursor: (cursor: string) => void;
  zoomBy: (levels: number) => void;
  showAll: () => void;
  /** Brings a point into view, only as far as is needed. */
  reveal: (at: LngLat) => void;
  /** Shows all these points at once, as near as they allow. */
  frame: (points: readonly LngLat[]) => void;
  /** The point so many pixels from another, for moving by keys. */
  shifted: (at: LngLat, x: number, y: number) => LngLat;
  centre: () => LngLat;
  pointOf: (at: LngLat) => {x: number; y: number};
  remove: () => void;
}

/** What the style was made for: another of these needs another style. */
interface Styled {
  theme: ThemeName;
  basemap: Picture['basemap'];
  ownStreets: boolean;
}

/** What the widest legend takes of a corner of the map, in pixels. */
const LEGEND = {width: 470, height: 92};

/** Sites in one street are shown with the streets around them, not with their doors. */
const NEAREST_FRAME = 14;

/** How far a point is beyond a margin of the map, with its sign; 0 where it is well inside. */
function outside(at: number, size: number): number {
  const margin = Math.min(56, size / 4);
  return at < margin ? at - margin : at > size - margin ? at - (size - margin) : 0;
}

function isWithin(box: readonly [number, number, number, number] | null | undefined, [lng, lat]: LngLat): boolean {
  return !!box && lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
}

const NONE = {type: 'FeatureCollection' as const, features: []};

/** The only file that changes a MapLibre map: takes whole pictures, and makes the smallest change from the last one. */
export function createPlanMap(container: HTMLElement, gestures: Gestures, theme: ThemeName, still: boolean): PlanMap {
  let last: Picture | null = null;
  let wanted: Picture | null = null;
  let loaded = false;
  const areas = areaLayers();
  let settled = false;
  let fetched: string | null = null;
  let dragging = false;

  const map = new MapLibreMap({
    container,
    style: styleFor(theme, null, false),
    center: [-1.5, 53],
    zoom: 6,
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: still ? 0 : 120,
    maxTileCacheSize: 64,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map
    .getCanvas()
    .setAttribute(
      'aria-label',
      'Map of the place. Arrow keys move it, plus and minus zoom, Alt and arrows step through sites and areas.',
    );

  map.setMissingStyleImageResolver((id) => {
    const image = drawSiteIcon(id);
    if (image && !map.hasImage(id)) map.addImage(id, image, {pixelRatio: ICON_RATIO});
  });
  let styled: Styled = {theme, basemap: null, ownStreets: false};
  map.on('style.load', () => {
    loaded = true;
    last = null;
    map.addLayer(areas.below, BELOW_AREAS.colours);
    map.addLayer(areas.above, BELOW_AREAS.edges);
    if (wanted) draw(wanted);
  });

  // A lost graphics card: our layers go before MapLibre remembers its style, and come again when that is loaded anew.
  container.addEventListener(
    'webglcontextlost',
    () => {
      loaded = false;
      for (const {id} of [areas.below, areas.above]) if (map.getLayer(id)) map.removeLayer(id);
    },
    {capture: true},
  );

  function source(name: string): GeoJSONSource {
    return map.getSource(name) as GeoJSONSource;
  }

  function targetAt({point, lngLat}: MapMouseEvent): Target {
    const {x, y} = point;
    const site = map.queryRenderedFeatures(
      [
        [x - 4, y - 4],
        [x + 4, y + 4],
      ],
      {layers: ['chosen', 'sites', 'chosen-name', 'site-names']},
    )[0];
    if (site) return {kind: 'site', id: String(site.properties.id)};
    const area = areas.at(lngLat.lng, lngLat.lat);
    return area === null ? null : {kind: 'area', index: area};
  }

  function pointed(event: MapMouseEvent): Pointed {
    return {target: targetAt(event), at: event.lngLat.toArray() as LngLat, point: event.point, ...camera()};
  }

  map.on('mousemove', (event) => {
    if (!loaded || dragging) return;
    const at = pointed(event);
    areas.hover(at.target?.kind === 'area' ? at.target.index : null);
    gestures.hover(at);
  });
  map.on('mouseout', () => {
    areas.hover(null);
    gestures.hover(null);
  });
  map.on('click', (event) => gestures.click(pointed(event)));
  map.on('contextmenu', (event) => gestures.menu(pointed(event)));
  map.on('move', () => gestures.moved(camera()));
  // As long as nobody has looked elsewhere, what is in view stays so when panels and tables open and close.
  let keepInView: (() => void) | null = null;
  map.on('movestart', ({originalEvent}) => {
    if (originalEvent) keepInView = null;
  });
  map.on('resize', () => keepInView?.());
  map.on('mousedown', (event) => {
    if (event.originalEvent.button !== 0) return;
    const target = targetAt(event);
    if (target?.kind !== 'site' || !gestures.grab(target.id)) return;
    event.preventDefault();
    dragging = true;
    const move = (moving: MapMouseEvent) => gestures.drag(moving.lngLat.toArray() as LngLat);
    map.on('mousemove', move);
    map.once('mouseup', (end) => {
      map.off('mousemove', move);
      dragging = false;
      gestures.drop(end.lngLat.toArray() as LngLat);
    });
  });

  function camera(): {metresPerPixel: number} {
    const latitude = (map.getCenter().lat * Math.PI) / 180;
    return {metresPerPixel: (40_075_016.7 * Math.cos(latitude)) / (512 * 2 ** map.getZoom())};
  }

  function drawChosen(before: Picture['chosen'] | undefined, next: Picture['chosen']): void {
    source('chosen').setData(next);
    const mark = (features: Picture['chosen']['features'], chosen: boolean) => {
      for (const {properties} of features) map.setFeatureState({source: 'sites', id: properties.id}, {chosen});
    };
    mark(before?.features ?? [], false);
    mark(next.features, true);
  }

  function draw(next: Picture): void {
    wanted = next;
    drawAreas(next);
    if (!loaded) return;
    const style = {theme: next.theme, basemap: next.basemap, ownStreets: next.streets !== null};
    if (style.theme !== styled.theme || style.basemap !== styled.basemap || style.ownStreets !== styled.ownStreets) {
      styled = style;
      loaded = false;
      map.setStyle(styleFor(style.theme, style.basemap, style.ownStreets), {diff: false});
      return;
    }
    const before = last;
    const differs = <K extends keyof Picture>(part: K) => !before || before[part] !== next[part];
    last = next;
    if (differs('streets')) source('streets').setData(next.streets ?? NONE);
    if (differs('landscape')) source('landscape').setData(next.landscape ?? NONE);
    if (differs('places')) source('places').setData(next.places);
    if (differs('sites')) source('sites').setData(next.sites);
    if (differs('chosen')) drawChosen(before?.chosen, next.chosen);
    if (differs('bands')) source('bands').setData(next.bands ?? NONE);
    if (differs('ways')) source('ways').setData(next.ways);
    if (differs('catchment'))
      source('catchment').setData(next.catchment ? {type: 'Feature', properties: {}, geometry: next.catchment} : NONE);
    if (before && before.covered !== next.covered) keepInView?.();
    if (!settled && next.bounds) {
      settled = true;
      showAll();
    }
  }

  /** The areas need no style, so they are fetched while it is still being read. */
  function drawAreas(next: Picture): void {
    const {theme, palette, classes, faded, opacity, selectedArea} = next;
    areas.look({theme, palette, byArea: classes.byArea, faded, opacity, selected: selectedArea});
    if (next.areas === fetched) return;
    fetched = next.areas;
    areas.load(next.areas).then((isThere) => {
      // Centres of population are known at once; the outlines reach further, and are known when they have been fetched.
      if (isThere && keepInView === showAll) showAll();
    }, gestures.failed);
  }

  /** Beside the legend or above it, whichever shows the place larger: it is never under it. */
  function clearOfLegend(box: [number, number, number, number]): PaddingOptions {
    const around = {top: 52, bottom: 28, left: 40 + (last?.covered ?? 0), right: 56};
    const above = {...around, bottom: LEGEND.height};
    const beside = {...around, left: around.left + LEGEND.width};
    // Beside a wide panel there may be no room left at all, which the map would complain of.
    if (map.getContainer().clientWidth <= beside.left + beside.right) return above;
    const zoom = (padding: PaddingOptions) => map.cameraForBounds(box, {padding})?.zoom ?? -1;
    return zoom(beside) > zoom(above) ? beside : above;
  }

  function showAll(): void {
    const box = areas.bounds() ?? last?.bounds;
    if (!box) return;
    keepInView = showAll;
    map.fitBounds(box, {padding: clearOfLegend(box), animate: false});
    gestures.moved(camera());
  }

  function frame(points: readonly LngLat[]): void {
    const [first] = points;
    if (!first) return;
    keepInView = () => frame(points);
    const box = points.reduce((all, at) => all.extend(at), new LngLatBounds(first, first));
    const padding = {top: 64, bottom: LEGEND.height + 24, left: 48 + (last?.covered ?? 0), right: 96};
    const wide = container.clientWidth - padding.left - padding.right;
    const high = container.clientHeight - padding.top - padding.bottom;
    // In a map too small for that, they are at least in its middle.
    if (wide < 32 || high < 32) map.jumpTo({center: box.getCenter()});
    else map.fitBounds(box, {padding, maxZoom: NEAREST_FRAME, animate: false});
  }

  return {
    draw,
    showAll,
    cursor: (cursor) => {
      map.getCanvas().style.cursor = cursor;
    },
    zoomBy(levels) {
      keepInView = null;
      map.zoomTo(map.getZoom() + levels, {duration: still ? 0 : 120});
    },
    reveal(at) {
      const {x, y} = map.project(at);
      const covered = last?.covered ?? 0;
      const across = outside(x - covered, container.clientWidth - covered);
      const down = outside(y, container.clientHeight);
      if (across === 0 && down === 0) return;
      // A point of the place is in view again when the whole of it is.
      if (!isWithin(areas.bounds() ?? last?.bounds, at)) keepInView = null;
      map.panBy([across, down], {duration: still ? 0 : 120});
    },
    frame,
    shifted(at, x, y) {
      const from = map.project(at);
      return map.unproject([from.x + x, from.y + y]).toArray() as LngLat;
    },
    centre: () => map.getCenter().toArray() as LngLat,
    pointOf: (at) => map.project(at),
    remove: () => map.remove(),
  };
}

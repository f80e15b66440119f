/**
 * A page of `npm run bench map`, never part of the app: all areas drawn by our own layer, by MapLibre’s GeoJSON source, or
 * from vector tiles, each coloured by class; and what it takes to paint them first, to recolour them, and which are there.
 */
import {
  type ExpressionSpecification,
  Map as MapLibreMap,
  type SourceSpecification,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import {areaTimes} from '../area-times.ts';
import type {AreaLine} from '../contract.ts';
import {areaLayers} from '../map/areas/area-layers.ts';
import {classesFor} from '../map/legend-classes.ts';

setWorkerUrl(new URL(workerUrl, window.location.href).href);

const asked = new URLSearchParams(window.location.search);
const way = asked.get('way');
const many = Number(asked.get('areas'));

/** As far apart as colours can be, so that a mixture of two is never taken for a third. */
const PALETTE = ['#000000', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#ff00ff', '#00ffff'];
const SEA = '#808080';

const SOURCES: Record<string, SourceSpecification> = {
  geojson: {type: 'geojson', data: new URL('areas.geojson', window.location.href).href},
  tiles: {
    type: 'vector',
    tiles: [`${new URL('tiles/', window.location.href).href}{z}/{x}/{y}.pbf`],
    minzoom: 4,
    maxzoom: 10,
  },
};

const colour = [
  'match',
  ['coalesce', ['feature-state', 'class'], 0],
  ...PALETTE.flatMap((each, index) => [index, each]),
  SEA,
] as unknown as ExpressionSpecification;

function styleOf(source: SourceSpecification | undefined): StyleSpecification {
  const sea = {id: 'sea', type: 'background' as const, paint: {'background-color': SEA}};
  if (!source) return {version: 8, sources: {}, layers: [sea]};
  const fill = {
    id: 'areas',
    type: 'fill' as const,
    source: 'areas',
    paint: {'fill-color': colour, 'fill-antialias': false},
    ...(source.type === 'vector' ? {'source-layer': 'areas'} : {}),
  };
  return {version: 8, sources: {areas: source}, layers: [sea, fill]};
}

const map = new MapLibreMap({
  container: 'map',
  style: styleOf(SOURCES[way ?? '']),
  center: [-1.9, 52.9],
  zoom: 5.7,
  fadeDuration: 0,
  attributionControl: false,
  canvasContextAttributes: {preserveDrawingBuffer: true},
});
const gl = map.getCanvas().getContext('webgl2')!;
const layers = areaLayers();

function colourBy(classOf: (area: number) => number): void {
  show(Int8Array.from({length: many}, (_, area) => classOf(area)));
}

function show(byArea: Int8Array): void {
  if (way === 'mesh') {
    layers.look({theme: 'light', palette: PALETTE, byArea, faded: false, opacity: 1, selected: null});
    return;
  }
  const at = {source: 'areas', ...(way === 'tiles' ? {sourceLayer: 'areas'} : {})};
  for (let area = 0; area < many; area++) map.setFeatureState({...at, id: area}, {class: byArea[area]!});
}

/** Areas as far as the legend counts them. */
const lines = Array.from({length: many}, (_, area) => ({residents: 1000 + (area % 900), fifth: 1})) as AreaLine[];

/** Milliseconds of this thread from an answer as it came over the wire to every area in its new colour, legend counted. */
function live(answers: string[]): number[] {
  return answers.map((answer) => {
    const began = performance.now();
    const times = areaTimes(JSON.parse(answer) as Parameters<typeof areaTimes>[0]);
    show(classesFor('minutes', lines, times, null, 'light').byArea);
    map.redraw();
    const took = performance.now() - began;
    painted();
    return took;
  });
}

/** Waits for the graphics card: nothing else tells that a frame is painted. */
function painted(): void {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/** At once, as MapLibre’s own sources begin to load. */
const loading = way === 'mesh' ? layers.load(new URL('areas.mesh', window.location.href).href) : null;

async function first(): Promise<number> {
  await new Promise((go) => map.once('style.load', go));
  colourBy((area) => area % 7);
  if (way === 'mesh') {
    map.addLayer(layers.below);
    await loading;
    map.redraw();
  } else await new Promise((go) => map.once('idle', go));
  painted();
  return performance.now();
}

/** Milliseconds of this thread to give every area another colour: saying so, drawing the frame, and until it is painted. */
function recolour(times: number): {say: number; draw: number; paint: number}[] {
  return Array.from({length: times}, (_, turn) => {
    const began = performance.now();
    colourBy((area) => (area + turn + 1) % 7);
    const said = performance.now();
    map.redraw();
    const drawn = performance.now();
    painted();
    return {say: said - began, draw: drawn - said, paint: performance.now() - drawn};
  });
}

/** Milliseconds of this thread for a frame while the map is moved. */
function pan(frames: number): number[] {
  return Array.from({length: frames}, (_, frame) => {
    map.jumpTo({center: [-1.9 + 0.01 * (frame % 20), 52.9]});
    const began = performance.now();
    map.redraw();
    const took = performance.now() - began;
    painted();
    return took;
  });
}

/** The number of the area at every pixel of the screen, −1 where there is none; read digit by digit from its colours. */
async function numbersAt(center: [number, number], zoom: number): Promise<Int32Array> {
  map.jumpTo({center, zoom});
  if (way !== 'mesh') await new Promise((go) => map.once('idle', go));
  const [wide, high] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  const numbers = new Int32Array(wide * high);
  const pixels = new Uint8Array(numbers.length * 4);
  const digits = new Map(PALETTE.map((each, digit) => [Number.parseInt(each.slice(1), 16), digit]));
  for (let worth = 1; worth < many; worth *= 7) {
    colourBy((area) => Math.floor(area / worth) % 7);
    map.redraw();
    gl.readPixels(0, 0, wide, high, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    for (let at = 0; at < numbers.length; at++) {
      const seen = (pixels[at * 4]! << 16) | (pixels[at * 4 + 1]! << 8) | pixels[at * 4 + 2]!;
      const digit = digits.get(seen);
      if (digit === undefined) numbers[at] = -1;
      else if (numbers[at]! >= 0) numbers[at]! += digit * worth;
    }
  }
  return numbers;
}

async function seenAt(center: [number, number], zoom: number): Promise<number[]> {
  return [...new Set(await numbersAt(center, zoom))].filter((each) => each >= 0 && each < many);
}

/** A twentieth of a pixel each way. */
const NEAR = [
  [0, 0],
  [0.05, 0],
  [-0.05, 0],
  [0, 0.05],
  [0, -0.05],
] as const;

/** Pixels at which another area is painted than stands there by the mesh, in a sample of so many; null beyond all areas. */
async function wrongAt(center: [number, number], zoom: number, sample: number): Promise<number> {
  const numbers = await numbersAt(center, zoom);
  const [wide, high] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  let wrong = 0;
  for (let n = 0; n < sample; n++) {
    const at = Math.floor((n * 0.618034 * numbers.length) % numbers.length);
    const [x, y] = [(at % wide) + 0.5, high - Math.floor(at / wide) - 0.5];
    // Pixels of a border or an outline have a colour of their own; a card may take a point on a border to either side.
    const isThere = NEAR.some(([right, down]) => {
      const {lng, lat} = map.unproject([x + right, y + down]);
      return numbers[at] === layers.at(lng, lat);
    });
    if (numbers[at]! >= 0 && !isThere) wrong++;
  }
  return wrong;
}

Object.assign(window, {bench: {first: first(), live, recolour, pan, seenAt, wrongAt, at: layers.at}});

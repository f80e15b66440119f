import {
  type CustomLayerInterface,
  type CustomRenderMethodInput,
  type Map as MapLibreMap,
  MercatorCoordinate,
} from 'maplibre-gl';
import {type AreaMesh, meshIn} from '../../../src/domain/area-mesh.ts';
import {COLOURS, type ThemeName} from '../colours.ts';
import {UNREACHED} from '../legend-classes.ts';
import {type Card, cardOf, type LineLook, type Lines, type Run, type Where} from './card.ts';
import {areaAt, boxesOf} from './find-area.ts';
import {bordersOf, linesAround, linesFrom, outlineOf} from './lines.ts';
import {rgb} from './program.ts';
import {BARE, HATCHED} from './shaders.ts';
import {isSeen, type Stretch, stretchesOf} from './stretches.ts';

/** What the areas look like; each part is compared by identity. */
export interface AreaLook {
  theme: ThemeName;
  palette: readonly string[];
  /** By area in code order; −1 where there is nothing to show, `UNREACHED` where no site is reached. */
  byArea: Int8Array;
  faded: boolean;
  /** How far all of them cover what is below, from 0 to 1. */
  opacity: number;
  selected: number | null;
}

/**
 * All areas of the place in two layers of our own: their colours, borders and outline below, the hovered and the selected
 * one above streets. MapLibre’s own layers leave out what is small at a zoom and colour one feature at a time; these paint
 * every area at every zoom, from one mesh, and recolour by a texture of one byte an area.
 */
export interface AreaLayers {
  below: CustomLayerInterface;
  above: CustomLayerInterface;
  /** Fetches the mesh; true once it is there, false if something else is wanted by then. */
  load: (address: string | null) => Promise<boolean>;
  look: (look: AreaLook) => void;
  hover: (area: number | null) => void;
  /** The area at a longitude and latitude. */
  at: (lng: number, lat: number) => number | null;
  /** West, south, east, north. */
  bounds: () => [number, number, number, number] | null;
}

interface Held {
  mesh: AreaMesh;
  boxes: Float32Array;
  stretches: Stretch[];
}

/** Widths in the style’s way: from a to b between zooms 9 and 16. */
function widthAt(zoom: number, from: number, to: number): number {
  const share = (1.5 ** (Math.max(9, Math.min(16, zoom)) - 9) - 1) / (1.5 ** 7 - 1);
  return from + (to - from) * share;
}

const ALWAYS = [0, 0] as const;

/** Borders of areas narrower than the first are not drawn, of those wider than the second in full; pixels of the screen. */
const FADE = [5, 16] as const;

export function areaLayers(): AreaLayers {
  let map: MapLibreMap | null = null;
  let held: Held | null = null;
  let wanted: string | null = null;
  let shown: AreaLook | null = null;
  let hovered: number | null = null;
  let card: Card | null = null;
  let borders: {lines: Lines; numbers: Float32Array} | null = null;
  let sorting = false;
  let unsent: Float32Array | null = null;
  let outline: Lines | null = null;
  let around: {area: number; lines: Lines}[] = [];
  let painted: Int8Array | null = null;

  function forget(): void {
    card?.remove();
    card = borders = unsent = outline = painted = null;
    around = [];
  }

  function ready(gl: WebGL2RenderingContext): Card | null {
    if (!held) return null;
    if (!card) {
      card = cardOf(gl, held.mesh);
      outline = card.lines(outlineOf(held.mesh));
    }
    if (shown && painted !== shown.byArea) {
      card.classes(asBytes(shown.byArea));
      painted = shown.byArea;
    }
    return card;
  }

  function whereOf(gl: WebGL2RenderingContext, input: CustomRenderMethodInput, {originX, originY}: AreaMesh): Where {
    const from = input.defaultProjectionData.mainMatrix as ArrayLike<number>;
    const matrix = Float32Array.from(from);
    // In 64 bits, before anything is rounded to 32: the mesh counts from its own origin.
    for (let row = 0; row < 4; row++)
      matrix[12 + row] = from[row]! * originX + from[4 + row]! * originY + from[12 + row]!;
    const screen = [gl.drawingBufferWidth, gl.drawingBufferHeight] as const;
    const ratio = screen[0] / Math.max(1, map!.getCanvas().clientWidth);
    return {matrix, screen, ratio, worldPixels: 512 * 2 ** map!.getZoom()};
  }

  function linesFor(of: Card, area: number): Lines {
    const known = around.find((each) => each.area === area);
    if (known) return known.lines;
    const lines = of.lines(linesAround(held!.mesh, area));
    around.push({area, lines});
    return lines;
  }

  /** All borders; sorted once there is a first picture, which does not wait for them. */
  function sorted(of: Card): typeof borders {
    if (!borders && !sorting) {
      sorting = true;
      setTimeout(() => {
        sorting = false;
        if (!held || card !== of) return;
        unsent = bordersOf(held.mesh, held.boxes, held.stretches);
        map?.triggerRepaint();
      });
    }
    if (unsent) borders = {lines: of.lines(unsent), numbers: unsent};
    unsent = null;
    return borders;
  }

  const below: CustomLayerInterface = {
    id: 'areas',
    type: 'custom',
    onAdd(to) {
      map = to;
    },
    onRemove: forget,
    render(gl, input) {
      const to = gl as WebGL2RenderingContext;
      const of = ready(to);
      if (!of || !shown || !held) return;
      const where = whereOf(to, input, held.mesh);
      const colours = COLOURS[shown.theme];
      const zoom = map!.getZoom();
      const seen = held.stretches.filter((each) => isSeen(each, where.matrix));
      const line = (lines: Lines, runs: readonly Run[], look: LineLook) =>
        of.drawLines(where, lines, runs, {...look, width: look.width * where.ratio});
      // Wider than the borders and under the fills: only the place’s own outline is left to see.
      const edge = widthAt(zoom, 3, 5);
      if (outline)
        line(outline, [[0, outline.count]], {colour: rgb(colours.outline), opacity: 1, width: edge, fade: ALWAYS});
      of.drawFills(where, seen, {
        palette: shown.palette.map(rgb),
        ground: rgb(colours.ground),
        hatch: rgb(colours.hatch),
        strength: shown.faded ? 0.35 : 1,
        opacity: shown.opacity,
      });
      const width = widthAt(zoom, 0.5, 1.4);
      const opacity = shown.theme === 'light' ? 0.85 : 0.55;
      const all = sorted(of);
      if (!all) return;
      const {firstEdge} = held.mesh;
      const least = FADE[0] / where.worldPixels;
      const runs = seen.map(({from, to}): Run => {
        const [first, end] = [firstEdge[from]!, firstEdge[to]!];
        return [first, linesFrom(all.numbers, first, end, least)];
      });
      line(all.lines, runs, {colour: rgb(colours.border), opacity, width, fade: FADE});
    },
  };

  const above: CustomLayerInterface = {
    id: 'area-edges',
    type: 'custom',
    render(gl, input) {
      const to = gl as WebGL2RenderingContext;
      const of = ready(to);
      if (!of || !shown || !held) return;
      const where = whereOf(to, input, held.mesh);
      const {ink, focus} = COLOURS[shown.theme];
      const ring = (area: number | null, colour: string, width: number) => {
        if (area === null || area >= held!.mesh.areas) return;
        const look = {colour: rgb(colour), opacity: 1, width: width * where.ratio, fade: ALWAYS};
        const lines = linesFor(of, area);
        of.drawLines(where, lines, [[0, lines.count]], look);
      };
      const {selected} = shown;
      around = around.filter(({area, lines}) => {
        const isUsed = area === hovered || area === selected;
        if (!isUsed) of.drop(lines);
        return isUsed;
      });
      ring(hovered, ink, 1.5);
      ring(selected, ink, 5);
      ring(selected, focus, 2.5);
    },
  };

  return {
    below,
    above,
    async load(address) {
      wanted = address;
      const mesh = address === null ? null : await fetchedMesh(address);
      if (wanted !== address) return false;
      forget();
      held = mesh && heldOf(mesh);
      map?.triggerRepaint();
      return true;
    },
    look(look) {
      shown = look;
      map?.triggerRepaint();
    },
    hover(area) {
      if (area === hovered) return;
      hovered = area;
      map?.triggerRepaint();
    },
    at(lng, lat) {
      if (!held) return null;
      const {x, y} = MercatorCoordinate.fromLngLat([lng, lat]);
      return areaAt(held.mesh, held.boxes, x - held.mesh.originX, y - held.mesh.originY);
    },
    bounds: () => held && boundsOf(held),
  };
}

function heldOf(mesh: AreaMesh): Held {
  const boxes = boxesOf(mesh);
  return {mesh, boxes, stretches: stretchesOf(mesh, boxes)};
}

/** Classes as the card has them. */
function asBytes(byArea: Int8Array): Uint8Array {
  const bytes = new Uint8Array(byArea.length);
  for (let area = 0; area < byArea.length; area++) {
    const each = byArea[area]!;
    bytes[area] = each === UNREACHED ? HATCHED : each < 0 ? BARE : each;
  }
  return bytes;
}

async function fetchedMesh(address: string): Promise<AreaMesh> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(await response.text());
  const mesh = meshIn(await response.arrayBuffer());
  if (!mesh) throw new Error('The shapes of the areas came damaged. Please close the project and open it again.');
  return mesh;
}

function boundsOf({mesh, boxes}: Held): [number, number, number, number] | null {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let box = 0; box < boxes.length; box += 4) {
    west = Math.min(west, boxes[box]!);
    north = Math.min(north, boxes[box + 1]!);
    east = Math.max(east, boxes[box + 2]!);
    south = Math.max(south, boxes[box + 3]!);
  }
  if (west > east) return null;
  const at = (x: number, y: number) => new MercatorCoordinate(x + mesh.originX, y + mesh.originY).toLngLat();
  const [low, high] = [at(west, south), at(east, north)];
  return [low.lng, low.lat, high.lng, high.lat];
}

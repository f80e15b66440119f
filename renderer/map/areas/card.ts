import type {AreaMesh} from '../../../src/domain/area-mesh.ts';
import {LINE_NUMBERS} from './lines.ts';
import {type Program, programOf} from './program.ts';
import {BARE, CLASSES_WIDE, FILL_FRAGMENT, FILL_VERTEX, LINE_FRAGMENT, LINE_VERTEX, PALETTE_SIZE} from './shaders.ts';
import type {Stretch} from './stretches.ts';

/** How fills look at the moment; colours as three numbers from 0 to 1. */
export interface FillLook {
  palette: readonly (readonly number[])[];
  ground: readonly number[];
  hatch: readonly number[];
  /** 0 shows only the ground, 1 the colours in full. */
  strength: number;
  /** Of ground and colours together, over what is below them. */
  opacity: number;
}

/** How lines look; in pixels of the card. Those of areas narrower than `fade[0]` pixels are not drawn. */
export interface LineLook {
  colour: readonly number[];
  opacity: number;
  width: number;
  fade: readonly [number, number];
}

/** Where the mesh lies on the screen: its matrix, the screen in pixels, and how many pixels one unit is. */
export interface Where {
  matrix: Float32Array;
  screen: readonly [number, number];
  ratio: number;
  worldPixels: number;
}

/** Where a run of lines begins, and how many there are. */
export type Run = readonly [from: number, count: number];

export interface Lines {
  array: WebGLVertexArrayObject;
  buffer: WebGLBuffer;
  count: number;
}

/** A mesh on the graphics card: what belongs to one WebGL context, made anew when that is lost. */
export interface Card {
  classes: (byArea: Uint8Array) => void;
  lines: (numbers: Float32Array) => Lines;
  /** Fills of the areas of these stretches. */
  drawFills: (where: Where, stretches: readonly Stretch[], look: FillLook) => void;
  /** Runs of these lines, each from a place on and so many. */
  drawLines: (where: Where, lines: Lines, runs: readonly Run[], look: LineLook) => void;
  drop: (lines: Lines) => void;
  remove: () => void;
}

export function cardOf(gl: WebGL2RenderingContext, mesh: AreaMesh): Card {
  const fill = programOf(gl, FILL_VERTEX, FILL_FRAGMENT);
  const line = programOf(gl, LINE_VERTEX, LINE_FRAGMENT);
  const buffers: WebGLBuffer[] = [];
  const buffer = (kind: number, numbers: Float32Array | Uint32Array): WebGLBuffer => {
    const made = gl.createBuffer();
    gl.bindBuffer(kind, made);
    gl.bufferData(kind, numbers, gl.STATIC_DRAW);
    buffers.push(made);
    return made;
  };
  const rows = Math.max(1, Math.ceil(mesh.areas / CLASSES_WIDE));
  const texture = classTexture(gl, rows);
  const fills = gl.createVertexArray();
  gl.bindVertexArray(fills);
  buffer(gl.ARRAY_BUFFER, mesh.points);
  gl.enableVertexAttribArray(fill.attribute('a_point'));
  gl.vertexAttribPointer(fill.attribute('a_point'), 2, gl.FLOAT, false, 0, 0);
  buffer(gl.ARRAY_BUFFER, areaOfPoint(mesh));
  gl.enableVertexAttribArray(fill.attribute('a_area'));
  gl.vertexAttribIPointer(fill.attribute('a_area'), 1, gl.UNSIGNED_INT, 0, 0);
  buffer(gl.ELEMENT_ARRAY_BUFFER, mesh.corners);
  gl.bindVertexArray(null);

  function place(program: Program, {matrix, screen, worldPixels}: Where): void {
    // biome-ignore lint/correctness/useHookAtTopLevel: WebGL’s word, no hook of React’s
    gl.useProgram(program.program);
    gl.uniformMatrix4fv(program.uniform('u_matrix'), false, matrix);
    gl.uniform2f(program.uniform('u_screen'), screen[0], screen[1]);
    gl.uniform1f(program.uniform('u_worldPixels'), worldPixels);
  }

  const lineParts = (
    [
      ['a_from', 2, 0],
      ['a_to', 2, 8],
      ['a_size', 1, 16],
    ] as const
  ).map(([name, size, offset]) => ({at: line.attribute(name), size, offset}));

  /** WebGL 2 has no first instance to draw from: the numbers are looked for further on instead. */
  function pointAt(place: number): void {
    for (const {at, size, offset} of lineParts)
      gl.vertexAttribPointer(at, size, gl.FLOAT, false, LINE_NUMBERS * 4, place * LINE_NUMBERS * 4 + offset);
  }

  return {
    classes(byArea) {
      const padded = new Uint8Array(rows * CLASSES_WIDE).fill(BARE);
      padded.set(byArea.subarray(0, padded.length));
      gl.bindTexture(gl.TEXTURE_2D, texture);
      asIs(gl);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, CLASSES_WIDE, rows, gl.RED_INTEGER, gl.UNSIGNED_BYTE, padded);
    },
    lines(numbers) {
      const array = gl.createVertexArray();
      gl.bindVertexArray(array);
      const made = buffer(gl.ARRAY_BUFFER, numbers);
      for (const {at} of lineParts) {
        gl.enableVertexAttribArray(at);
        gl.vertexAttribDivisor(at, 1);
      }
      gl.bindVertexArray(null);
      return {array, buffer: made, count: numbers.length / LINE_NUMBERS};
    },
    drawFills(where, stretches, {palette, ground, hatch, strength, opacity}) {
      place(fill, where);
      const [x, y] = anchorOf(where);
      gl.uniform2f(fill.uniform('u_anchor'), x, y);
      gl.uniform1f(fill.uniform('u_ratio'), where.ratio);
      gl.uniform1f(fill.uniform('u_strength'), strength);
      gl.uniform1f(fill.uniform('u_opacity'), opacity);
      gl.uniform3fv(fill.uniform('u_ground'), ground);
      gl.uniform3fv(fill.uniform('u_stroke'), hatch);
      const colours = Array.from({length: PALETTE_SIZE}, (_, index) => palette[index] ?? ground);
      gl.uniform3fv(fill.uniform('u_palette'), colours.flat());
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.uniform1i(fill.uniform('u_classes'), 0);
      gl.bindVertexArray(fills);
      for (const {from, to} of stretches) {
        const first = mesh.firstCorner[from]!;
        gl.drawElements(gl.TRIANGLES, mesh.firstCorner[to]! - first, gl.UNSIGNED_INT, first * 4);
      }
      gl.bindVertexArray(null);
    },
    drawLines(where, {array, buffer: numbers}, runs, {colour, opacity, width, fade}) {
      place(line, where);
      gl.uniform3fv(line.uniform('u_colour'), colour);
      gl.uniform1f(line.uniform('u_opacity'), opacity);
      gl.uniform1f(line.uniform('u_width'), width);
      gl.uniform2f(line.uniform('u_fade'), fade[0], fade[1]);
      gl.bindVertexArray(array);
      gl.bindBuffer(gl.ARRAY_BUFFER, numbers);
      for (const [from, count] of runs) {
        if (count === 0) continue;
        pointAt(from);
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
      }
      gl.bindVertexArray(null);
    },
    drop({array, buffer: made}) {
      gl.deleteVertexArray(array);
      gl.deleteBuffer(made);
      buffers.splice(buffers.indexOf(made), 1);
    },
    remove() {
      for (const each of buffers) gl.deleteBuffer(each);
      gl.deleteVertexArray(fills);
      gl.deleteTexture(texture);
      gl.deleteProgram(fill.program);
      gl.deleteProgram(line.program);
    },
  };
}

function classTexture(gl: WebGL2RenderingContext, rows: number): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  asIs(gl);
  const bare = new Uint8Array(rows * CLASSES_WIDE).fill(BARE);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8UI, CLASSES_WIDE, rows, 0, gl.RED_INTEGER, gl.UNSIGNED_BYTE, bare);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  return texture;
}

/** Bytes are taken as they are, whatever MapLibre asked for pictures. */
function asIs(gl: WebGL2RenderingContext): void {
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
}

function areaOfPoint({areas, firstPoint}: AreaMesh): Uint32Array {
  const of = new Uint32Array(firstPoint[areas]!);
  for (let area = 0; area < areas; area++) of.fill(area, firstPoint[area], firstPoint[area + 1]);
  return of;
}

/** Where the mesh’s origin is on the screen, within one repeat of the hatching. */
function anchorOf({matrix, screen, ratio}: Where): [number, number] {
  const repeat = 8 * ratio;
  const at = (axis: 0 | 1) => ((matrix[12 + axis]! / matrix[15]!) * 0.5 + 0.5) * screen[axis];
  return [at(0) % repeat, at(1) % repeat];
}

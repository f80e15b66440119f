/** Classes beyond the palette: hatched where no site is reached, the bare ground where there is nothing to show. */
export const HATCHED = 254;
export const BARE = 255;

export const PALETTE_SIZE = 8;

/** Width of the texture of classes: an area's class is at its number, row by row. */
export const CLASSES_WIDE = 256;

// Colours are looked up for each point and not for each pixel: without a graphics card that is most of the work.
export const FILL_VERTEX = `#version 300 es
uniform mat4 u_matrix;
uniform highp usampler2D u_classes;
uniform vec3 u_palette[${PALETTE_SIZE}];
uniform vec3 u_ground;
uniform float u_strength;
uniform float u_opacity;
in vec2 a_point;
in uint a_area;
out vec4 v_colour;
out float v_hatched;
void main() {
  uint of = texelFetch(u_classes, ivec2(a_area % ${CLASSES_WIDE}u, a_area / ${CLASSES_WIDE}u), 0).r;
  vec3 colour = of < ${PALETTE_SIZE}u ? mix(u_ground, u_palette[min(of, ${PALETTE_SIZE - 1}u)], u_strength) : u_ground;
  v_colour = vec4(colour, 1.0) * u_opacity;
  v_hatched = of == ${HATCHED}u ? 1.0 : 0.0;
  gl_Position = u_matrix * vec4(a_point, 0.0, 1.0);
}`;

// Diagonal strokes 8 pixels apart, held to the ground and not to the screen.
export const FILL_FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_stroke;
uniform vec2 u_anchor;
uniform float u_ratio;
uniform float u_opacity;
in vec4 v_colour;
in float v_hatched;
out vec4 o_colour;
void main() {
  o_colour = v_colour;
  if (v_hatched > 0.5) {
    vec2 at = (gl_FragCoord.xy - u_anchor) / u_ratio;
    float along = mod(at.x - at.y, 8.0);
    float away = min(along, 8.0 - along) * 0.7071;
    float share = clamp(0.6 * u_ratio + 0.5 - away * u_ratio, 0.0, 1.0);
    o_colour = mix(v_colour, vec4(u_stroke, 1.0) * u_opacity, share);
  }
}`;

/**
 * Border lines: each is a rectangle around its two ends, whose pixels know how far they are from the line. Lines of areas
 * that are small on the screen fade away, so that a town seen from afar shows its colours and not its borders.
 */
export const LINE_VERTEX = `#version 300 es
uniform mat4 u_matrix;
uniform vec2 u_screen;
uniform float u_width;
uniform float u_worldPixels;
uniform vec2 u_fade;
in vec2 a_from;
in vec2 a_to;
in float a_size;
flat out vec2 v_from;
flat out vec2 v_to;
flat out float v_strength;
void main() {
  v_strength = u_fade.y > 0.0 ? smoothstep(u_fade.x, u_fade.y, a_size * u_worldPixels) : 1.0;
  vec4 from = u_matrix * vec4(a_from, 0.0, 1.0);
  vec4 to = u_matrix * vec4(a_to, 0.0, 1.0);
  v_from = (from.xy / from.w * 0.5 + 0.5) * u_screen;
  v_to = (to.xy / to.w * 0.5 + 0.5) * u_screen;
  vec2 way = v_to - v_from;
  float far = length(way);
  vec2 ahead = far > 0.0 ? way / far : vec2(1.0, 0.0);
  vec2 aside = vec2(-ahead.y, ahead.x);
  float reach = u_width * 0.5 + 1.0;
  vec2 at = (gl_VertexID & 1) == 0 ? v_from - ahead * reach : v_to + ahead * reach;
  at += aside * (gl_VertexID < 2 ? reach : -reach);
  gl_Position = v_strength > 0.0 ? vec4(at / u_screen * 2.0 - 1.0, 0.0, 1.0) : vec4(2.0, 2.0, 0.0, 1.0);
}`;

export const LINE_FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_colour;
uniform float u_opacity;
uniform float u_width;
flat in vec2 v_from;
flat in vec2 v_to;
flat in float v_strength;
out vec4 o_colour;
void main() {
  vec2 way = v_to - v_from;
  vec2 here = gl_FragCoord.xy - v_from;
  float along = clamp(dot(here, way) / max(dot(way, way), 1e-9), 0.0, 1.0);
  float away = length(here - along * way);
  float alpha = clamp(u_width * 0.5 + 0.5 - away, 0.0, 1.0) * min(u_width, 1.0) * u_opacity * v_strength;
  o_colour = vec4(u_colour * alpha, alpha);
}`;

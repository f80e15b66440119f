import {COLOURS, type ThemeName} from './colours.ts';
import {strokeGlyph} from './glyphs.ts';

/** Pixels of the picture for one pixel of the screen. */
export const ICON_RATIO = 2;

/**
 * Draws the mark that a name from `iconName` stands for: existing filled circle, candidate hollow diamond, chosen with a
 * halo, closed crossed; sites that don't offer the service asked about are smaller and quieter.
 */
export function drawSiteIcon(name: string): ImageData | null {
  const [kind, theme, shape, offering, chosen, several, glyph] = name.split('|');
  if (kind !== 'site' || (theme !== 'light' && theme !== 'dark')) return null;
  const size = sizeOf(shape ?? '', offering === 'offers', chosen === 'chosen');
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * ICON_RATIO;
  const to = canvas.getContext('2d');
  if (!to) return null;
  to.scale(ICON_RATIO, ICON_RATIO);
  to.translate(size / 2, size / 2);
  const offers = offering === 'offers';
  if (chosen === 'chosen') halo(to, theme, shape === 'candidate' ? 11 : offers ? 12 : 9);
  if (shape === 'candidate' && !offers) diamond(to, theme, 7);
  else if (shape === 'candidate') diamond(to, theme, 9, true);
  else circle(to, theme, offers ? 9 : 5, offers, several === 'several');
  if (offers && glyph) {
    to.strokeStyle = COLOURS[theme].onAccent;
    strokeGlyph(to, glyph, 11);
  }
  if (shape === 'closed') cross(to, theme, offers ? 9 : 6);
  return to.getImageData(0, 0, canvas.width, canvas.height);
}

/** No larger than what is drawn: names keep clear of the whole picture. */
function sizeOf(shape: string, offers: boolean, chosen: boolean): number {
  if (chosen) return 44;
  if (offers) return 26;
  return shape === 'existing' ? 14 : 20;
}

function halo(to: CanvasRenderingContext2D, theme: ThemeName, radius: number): void {
  const colours = COLOURS[theme];
  ring(to, radius + 3.5, 6.5, colours.halo);
  ring(to, radius + 3.5, 3.5, colours.ink);
  ring(to, radius + 3.5, 2.5, colours.focus);
}

function ring(to: CanvasRenderingContext2D, radius: number, width: number, colour: string): void {
  to.beginPath();
  to.arc(0, 0, radius, 0, Math.PI * 2);
  to.lineWidth = width;
  to.strokeStyle = colour;
  to.stroke();
}

function circle(
  to: CanvasRenderingContext2D,
  theme: ThemeName,
  radius: number,
  offers: boolean,
  several: boolean,
): void {
  const colours = COLOURS[theme];
  to.beginPath();
  to.arc(0, 0, radius, 0, Math.PI * 2);
  to.fillStyle = offers ? colours.accent : colours.idle;
  to.fill();
  ring(to, radius + 0.75, 1.5, theme === 'light' ? '#ffffff' : colours.paper);
  if (several && offers) ring(to, radius + 2.4, 1.4, colours.accent);
}

function diamond(to: CanvasRenderingContext2D, theme: ThemeName, reach: number, filled = false): void {
  const colours = COLOURS[theme];
  to.beginPath();
  to.moveTo(0, -reach);
  to.lineTo(reach, 0);
  to.lineTo(0, reach);
  to.lineTo(-reach, 0);
  to.closePath();
  to.lineJoin = 'round';
  to.lineWidth = 4.5;
  to.strokeStyle = colours.halo;
  to.stroke();
  to.fillStyle = filled ? colours.accent : theme === 'light' ? '#ffffff' : colours.paper;
  to.fill();
  to.lineWidth = 2;
  to.strokeStyle = filled ? colours.accent : colours.candidate;
  to.stroke();
}

function cross(to: CanvasRenderingContext2D, theme: ThemeName, reach: number): void {
  const colours = COLOURS[theme];
  for (const [width, colour] of [
    [4.5, colours.halo],
    [2.2, colours.closed],
  ] as const) {
    to.beginPath();
    to.moveTo(-reach, -reach);
    to.lineTo(reach, reach);
    to.moveTo(reach, -reach);
    to.lineTo(-reach, reach);
    to.lineCap = 'round';
    to.lineWidth = width;
    to.strokeStyle = colour;
    to.stroke();
  }
}

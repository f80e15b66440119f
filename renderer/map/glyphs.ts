import * as bone from 'lucide-react/icons/bone';
import * as book from 'lucide-react/icons/book-open';
import * as cross from 'lucide-react/icons/cross';
import * as droplets from 'lucide-react/icons/droplets';
import * as dumbbell from 'lucide-react/icons/dumbbell';
import * as eye from 'lucide-react/icons/eye';
import * as heart from 'lucide-react/icons/heart-pulse';
import * as hospital from 'lucide-react/icons/hospital';
import * as advice from 'lucide-react/icons/messages-square';
import * as pill from 'lucide-react/icons/pill';
import * as scan from 'lucide-react/icons/scan-line';
import * as stethoscope from 'lucide-react/icons/stethoscope';
import * as syringe from 'lucide-react/icons/syringe';

type Shape = readonly [name: string, attributes: Readonly<Record<string, string>>];

// The icons' own shapes; their types only speak of the React component.
/** The drawing inside a site's mark, by service; a service without one has a plus. */
const GLYPHS: Readonly<Record<string, unknown>> = {
  'general-practice': stethoscope,
  pharmacy: pill,
  dialysis: droplets,
  diagnostics: scan,
  'x-ray': bone,
  phlebotomy: syringe,
  hospital,
  'urgent-care': heart,
  optician: eye,
  advice,
  library: book,
  gym: dumbbell,
  leisure: dumbbell,
};

/** Strokes a glyph into a square of this size with its middle at the origin. */
export function strokeGlyph(to: CanvasRenderingContext2D, service: string, size: number): void {
  const {__iconData} = (GLYPHS[service] ?? cross) as {__iconData: {node: readonly Shape[]}};
  to.save();
  to.scale(size / 24, size / 24);
  to.translate(-12, -12);
  to.lineWidth = 2.4;
  to.lineCap = 'round';
  to.lineJoin = 'round';
  for (const [name, at] of __iconData.node) {
    const path = new Path2D(name === 'path' ? at.d : undefined);
    if (name === 'circle') path.arc(Number(at.cx), Number(at.cy), Number(at.r), 0, Math.PI * 2);
    if (name === 'line') {
      path.moveTo(Number(at.x1), Number(at.y1));
      path.lineTo(Number(at.x2), Number(at.y2));
    }
    if (name === 'rect')
      path.roundRect(Number(at.x), Number(at.y), Number(at.width), Number(at.height), Number(at.rx ?? 0));
    to.stroke(path);
  }
  to.restore();
}

import type {CallAsked} from '../contract.ts';
import type {PlaceWish} from '../state/view.ts';

export type PlaceAsked = CallAsked<'place.look'>;

/** A place as the engine is asked about it; null while too little has been said. */
export function placeAsked({by, level, names, ring, file, codes, fringe}: PlaceWish): PlaceAsked | null {
  switch (by) {
    case 'names':
      return names.length > 0 ? {level, names: [...names], fringe} : null;
    case 'boundary':
      if (file) return {file: file.grant, fringe};
      return ring.length >= 3 ? {ring: ring.map(([lng, lat]): [number, number] => [lng, lat]), fringe} : null;
    case 'areas': {
      const areas = codesIn(codes);
      return areas.length > 0 ? {areas, fringe} : null;
    }
  }
}

/** Codes of areas in anything pasted: a column, a line, a list with commas. */
export function codesIn(text: string): string[] {
  return [...new Set(text.toUpperCase().match(/\b[EW]\d{8}\b/g) ?? [])];
}

/** What a place is called before anyone has typed a name. */
export function nameOf({by, names, file}: PlaceWish): string {
  if (by === 'names' && names.length > 0) return names.slice(0, 3).join(', ') + (names.length > 3 ? ' and more' : '');
  if (by === 'boundary' && file) return file.name.replace(/\.[^.]+$/, '');
  return '';
}

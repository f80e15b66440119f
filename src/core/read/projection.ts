import type {Reference} from './shape-rows.ts';

/** The coordinate system that a well-known text describes, as .prj files and GeoPackages have it; null for one not known here. */
export function referenceIn(projection: string): Reference | null {
  const text = projection.toLowerCase().replaceAll('_', ' ');
  if (/^\s*geogcs/.test(text) && /wgs ?(19)?84|etrs/.test(text)) return 'longitude and latitude';
  const british =
    /false easting",\s*400000|british national grid|27700/.test(text) && /osgb|airy|british national/.test(text);
  return british ? 'National Grid' : null;
}

export function strangeReference(what: string): string {
  return `${what} is in a coordinate system that Closer does not know. Export it in longitude and latitude (EPSG:4326) or British National Grid.`;
}

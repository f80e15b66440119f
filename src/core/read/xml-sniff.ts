import {quoted} from './wording.ts';

/** What a file that begins with `<` is, where it is not streets: most often the web page in place of the download. */
export function otherXml(start: string, name: string): string {
  if (/<!doctype html|<html[\s>]/i.test(start))
    return `${name} is a web page and not the file it leads to. Open the page, download the file, and bring that.`;
  if (/<Error>\s*<Code>/.test(start))
    return `${name} is an error message from a server and not the file. Download it again.`;
  if (/<(wfs|gml|ogr):/i.test(start)) return `${name} is GML. Export it as GeoJSON in longitude and latitude.`;
  const root = /<([A-Za-z][\w:.-]*)/.exec(start.replace(/<[?!][^>]*>/g, ''))?.[1];
  return `${name} is XML${root ? ` (${quoted(root)})` : ''} of a kind that Closer does not read. Check that it is the file you meant.`;
}

import type {Job} from '../job.ts';
import {type Outline, outlineOf} from '../shapes/outline.ts';
import {openContainer} from './container.ts';
import {openRecords} from './open-records.ts';
import type {ReadingAids} from './reading-aids.ts';
import {inFront} from './records.ts';
import {createShapeRows, type Shapes} from './shape-rows.ts';
import {Unreadable} from './unreadable.ts';
import {plainName} from './wording.ts';

/**
 * All polygons of a map file as one outline, whatever the file calls them: GeoJSON, TopoJSON, KML, a shapefile or a
 * GeoPackage, in degrees or on the National Grid. What is wrong with the file comes back as a sentence.
 */
export function* readOutline(chunks: Iterable<Uint8Array>, fileName: string, aids: ReadingAids): Job<Outline | string> {
  try {
    const opened = yield* openContainer(chunks, fileName);
    const records = yield* openRecords(opened, aids);
    const from = typeof records === 'string' ? undefined : records.find((each) => each.from === 'features');
    if (!from)
      return `${plainName(fileName)} is no map of boundaries. Choose GeoJSON, KML, a shapefile or a GeoPackage.`;
    const rows = createShapeRows(from.reference, plainName(fileName), aids.grid);
    let fault: string | null = null;
    let taken = 0;
    for (const {row, geometry} of inFront(from.sample.slice(1), from.rest)) {
      const wrong = rows.add(geometry);
      if (wrong === null) taken++;
      else fault ??= `Feature ${row} of ${plainName(fileName)} ${wrong}.`;
      if (row % 256 === 0) yield {done: row, of: 0, doing: `Reading ${plainName(fileName)}`};
    }
    return taken > 0 ? outlineOf([ringsOf(rows.finish())]) : (fault ?? `${plainName(fileName)} holds no boundary.`);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

function ringsOf({coordinates, ringEnds}: Shapes): [number, number][][] {
  return Array.from(ringEnds, (end, ring) => {
    const points: [number, number][] = [];
    for (let at = ring > 0 ? ringEnds[ring - 1]! : 0; at < end; at++)
      points.push([coordinates[at * 2]!, coordinates[at * 2 + 1]!]);
    return points;
  });
}

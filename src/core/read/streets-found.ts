import {openStreetMap} from './publishers.ts';
import type {StreetsReading} from './reading.ts';

/** An OpenStreetMap extract, recognised and handed on: its own reader counts and checks what it holds. */
export function streetsReading(format: 'pbf' | 'xml', name: string): StreetsReading {
  return {
    kind: 'streets',
    format,
    layout: `openstreetmap-${format}`,
    sure: 'certain',
    source: {
      publisher: openStreetMap.name,
      title: 'Streets of OpenStreetMap',
      edition: name,
      date: null,
      licence: openStreetMap.licence,
      attribution: openStreetMap.attribution(0),
      areaVintage: null,
    },
    rowsRead: 0,
    rowsTaken: 0,
    rowsRefused: 0,
    refusals: [],
    notes: [],
    form: format === 'pbf' ? 'OpenStreetMap PBF' : 'OpenStreetMap XML',
    columns: [],
    headings: [],
    preview: [],
    rows: new Uint32Array(0),
  };
}

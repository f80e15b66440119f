import {drain} from '../../../src/core/job.ts';
import type {EveryKind, EveryReading} from '../../../src/core/read/further-reading.ts';
import {readEvery} from '../../../src/core/read/read-every.ts';
import {readEvidence} from '../../../src/core/read/read-evidence.ts';
import type {EvidenceKind, Reading, Refused} from '../../../src/core/read/reading.ts';
import {readingAids} from '../../../src/engine/reading-aids.ts';

/** Reads a file given as text or bytes, in chunks small enough to fall in the middle of everything. */
export function readingOf(content: string | Uint8Array, name = 'file.csv', as?: EvidenceKind, chunk = 997): Reading {
  return drain(readEvidence(chunksOf(content, chunk), name, as, readingAids()));
}

/** The same for every kind of file that Closer knows. */
export function everyReadingOf(
  content: string | Uint8Array,
  name = 'file.csv',
  as?: EveryKind,
  chunk = 997,
): EveryReading {
  return drain(readEvery(chunksOf(content, chunk), name, as, readingAids()));
}

/** The reading of a file that must be taken, as its own kind. */
export function taken<K extends EvidenceKind>(
  kind: K,
  content: string | Uint8Array,
  name?: string,
): Extract<Reading, {kind: K}> {
  const reading = readingOf(content, name);
  if (reading.kind === 'refused') throw new Error(`Refused: ${reading.refused}`);
  if (reading.kind !== kind) throw new Error(`Read as ${reading.kind} (${reading.layout})`);
  return reading as Extract<Reading, {kind: K}>;
}

/** The sentence of a file that must be refused. */
export function refusal(content: string | Uint8Array, name?: string, as?: EvidenceKind): string {
  return refusedReading(content, name, as).refused;
}

export function refusedReading(content: string | Uint8Array, name?: string, as?: EvidenceKind): Refused {
  const reading = readingOf(content, name, as);
  if (reading.kind !== 'refused')
    throw new Error(`Taken as ${reading.kind} (${reading.layout}), ${reading.rowsTaken} rows`);
  return reading;
}

export function* chunksOf(content: string | Uint8Array, size: number): Generator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** Rows of cells as CSV, quoted where they must be. */
export function csv(rows: readonly (readonly (string | number)[])[], delimiter = ','): string {
  const cell = (value: string | number) => {
    const text = String(value);
    return /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(delimiter)}\n`).join('');
}

/** A square of a hundredth of a degree, as a GeoJSON polygon. */
export function square(lon: number, lat: number, side = 0.01): object {
  const ring = [
    [lon, lat],
    [lon + side, lat],
    [lon + side, lat + side],
    [lon, lat + side],
    [lon, lat],
  ];
  return {type: 'Polygon', coordinates: [ring]};
}

export function geojson(
  features: readonly {properties: object | null; geometry: object | null}[],
  more: object = {},
): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: features.map((feature) => ({type: 'Feature', ...feature})),
  });
}

/** Small-area codes that exist in both editions, from E01000001 on. */
export function code(number: number): string {
  return `E01${String(number).padStart(6, '0')}`;
}

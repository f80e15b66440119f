import {closeSync, existsSync, openSync, readFileSync, readSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {drain} from '../../../src/core/job.ts';
import type {OsmSource} from '../../../src/core/read/osm-source.ts';
import {readOsm, type StreetsTaken} from '../../../src/core/read/osm-streets.ts';

/** The folder of real open data that stands beside the project, where there is one. */
export const REAL_DATA = process.env.CLOSER_DATA ?? join(import.meta.dirname, '../../../../shared/data');

export const hasRealData = existsSync(join(REAL_DATA, 'osm'));

export const RUTLAND = 'osm/uk/rutland_2022-07-20.osm.pbf';
export const NEWPORT = 'osm/uk/newport_wales_2023-06-13.osm.pbf';
export const PORTO = 'osm/benchmarks/porto_metro_roads_2015.osm.pbf';

/** A file as the engine gives it: in chunks, readable again. */
export function fileSource(path: string): OsmSource {
  return {
    name: path,
    bytes: statSync(path).size,
    *open() {
      const file = openSync(path, 'r');
      try {
        for (;;) {
          const chunk = new Uint8Array(1 << 18);
          const length = readSync(file, chunk);
          if (length === 0) return;
          yield chunk.subarray(0, length);
        }
      } finally {
        closeSync(file);
      }
    },
  };
}

export function bytesSource(bytes: Uint8Array, name = 'streets.osm.pbf', chunk = 1000): OsmSource {
  return {
    name,
    bytes: bytes.length,
    *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

export function readReal(file: string): StreetsTaken {
  const read = drain(readOsm(fileSource(join(REAL_DATA, file))));
  if (!read.ok) throw new Error(read.sentence);
  return read;
}

export function realJson(file: string): unknown {
  return JSON.parse(readFileSync(join(REAL_DATA, file), 'utf8'));
}

/** Streets written as OpenStreetMap XML. */
export function readText(xml: string, chunk = 37): StreetsTaken {
  const read = drain(readOsm(bytesSource(new TextEncoder().encode(xml), 'streets.osm', chunk)));
  if (!read.ok) throw new Error(read.sentence);
  return read;
}

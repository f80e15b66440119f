/** OSRM: how long its extract takes over a file of OpenStreetMap, by its own profile for cars; what follows it is its own. */
import {copyFileSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import {inFolder, PEERS_FOLDER, processorSeconds, succeeds} from './peer-folder.ts';

/** Its profile lies beside its programs, as in its own distribution. */
const PROFILE = join(PEERS_FOLDER, 'profiles/car.lua');

export function hasOsrm(): boolean {
  return succeeds('osrm-extract', '--version') && existsSync(PROFILE);
}

export function osrmExtracts(path: string): number {
  return inFolder((folder) => {
    const copy = join(folder, 'streets.osm.pbf');
    copyFileSync(path, copy);
    return processorSeconds('osrm-extract', '-p', PROFILE, copy);
  });
}

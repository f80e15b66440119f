/** OSRM: how long it takes over a file of OpenStreetMap until it could answer, with its own profile for cars. */
import {copyFileSync} from 'node:fs';
import {join} from 'node:path';
import {inFolder, PEERS_FOLDER, processorSeconds, succeeds} from './peer-folder.ts';

/** Its profile lies beside its programs, as in its own distribution. */
const PROFILE = join(PEERS_FOLDER, 'profiles/car.lua');

export function hasOsrm(): boolean {
  return (
    succeeds('osrm-extract', '--version') && succeeds('osrm-contract', '--version') && succeeds('test', '-f', PROFILE)
  );
}

export interface OsrmTimes {
  extractSeconds: number;
  contractSeconds: number;
}

export function osrmPrepares(path: string): OsrmTimes {
  return inFolder((folder) => {
    const copy = join(folder, 'streets.osm.pbf');
    copyFileSync(path, copy);
    const extractSeconds = processorSeconds('osrm-extract', '-p', PROFILE, copy);
    return {extractSeconds, contractSeconds: processorSeconds('osrm-contract', join(folder, 'streets.osrm'))};
  });
}

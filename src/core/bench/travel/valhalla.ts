/** Valhalla: shapes of what is reached within some minutes, from its own tiles and at its own speeds. */
import {existsSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {inFolder, PEERS_FOLDER, printed, processorSeconds} from './peer-folder.ts';

const PACKAGE = join(PEERS_FOLDER, 'node_modules/@valhallajs/valhallajs');

export function hasValhalla(): boolean {
  return PEERS_FOLDER !== '' && existsSync(PACKAGE);
}

/** Asks one shape after the other, warm, and prints processor milliseconds of each with the size of its outline. */
const ASKER = `
const {readFileSync} = await import('node:fs');
const {Actor} = await import(process.argv[2]);
const [config, places, minutes] = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const actor = new Actor(config);
const shape = ([lon, lat]) => actor.isochrone({
  locations: [{lon, lat}], costing: 'auto', contours: [{time: minutes}], polygons: true, reverse: true,
});
for (const place of places.slice(0, 5)) await shape(place);
const asked = [];
for (const place of places) {
  const began = process.cpuUsage();
  await shape(place);
  const {user, system} = process.cpuUsage(began);
  asked.push((user + system) / 1000);
}
console.log(JSON.stringify(asked));
`;

export interface ValhallaTimes {
  tilesSeconds: number;
  /** Of each place. */
  shapeMs: number[];
}

export function valhallaShapes(path: string, places: readonly [number, number][], minutes: number): ValhallaTimes {
  return inFolder((folder) => {
    const bin = join(PACKAGE, process.platform, process.arch);
    const tiles = join(folder, 'tiles');
    const config = join(folder, 'config.json');
    writeFileSync(config, printed('python3', join(PACKAGE, 'valhalla_build_config'), '--mjolnir-tile-dir', tiles));
    // It leaves files where it stands.
    const build = resolve(bin, 'valhalla_build_tiles');
    const tilesSeconds = processorSeconds('env', '-C', folder, build, '-c', config, resolve(path));
    const asked = join(folder, 'asked.json');
    writeFileSync(asked, JSON.stringify([JSON.parse(printed('cat', config)), places, minutes]));
    const asker = join(folder, 'ask.mjs');
    writeFileSync(asker, ASKER);
    // Its log comes before, on the same output.
    const lines = printed(process.execPath, asker, join(PACKAGE, 'index.mjs'), asked).trim().split('\n');
    const shapeMs = JSON.parse(lines.at(-1)!) as number[];
    return {tilesSeconds, shapeMs};
  });
}

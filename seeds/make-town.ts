import {mkdirSync, writeFileSync} from 'node:fs';
import {makeTown} from './town.ts';
import {townFiles} from './town-files.ts';

/** `npm run seed`: grows the invented town of Ellernsea again and writes it to seeds/town/. */
const folder = new URL('./town/', import.meta.url);
mkdirSync(folder, {recursive: true});
for (const [name, bytes] of townFiles(makeTown())) {
  writeFileSync(new URL(name, folder), bytes);
  process.stdout.write(`seeds/town/${name}  ${bytes.length} bytes\n`);
}

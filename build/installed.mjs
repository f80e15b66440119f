// node build/installed.mjs FILE.ts [WORD …]: runs a TypeScript file with the project's Node, installing when missing.
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {fail, ready} from './ready.mjs';

await ready();
const [file] = process.argv.splice(2, 1);
if (file === undefined) fail('Say which file to run: node build/installed.mjs FILE.ts');
process.argv[1] = resolve(file);
await import(pathToFileURL(process.argv[1]).href);

/**
 * `npm run bench [NAME]`: measures that print and never fail. Each bench checks that the answers are equal before it times
 * anything, compares by ratios within one run, and writes its table to `docs/benchmarks-NAME.md`.
 */
import {readdirSync} from 'node:fs';

const names = readdirSync(import.meta.dirname)
  .map((file) => /^bench-([a-z]+)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined)
  .sort();

const [wanted, ...rest] = process.argv.slice(2);
if (wanted !== undefined && !names.includes(wanted)) {
  console.error(`There is no bench “${wanted}”. There are: ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of wanted === undefined ? names : [wanted]) {
    const {bench} = (await import(`./bench-${name}.ts`)) as {bench: (rest: readonly string[]) => Promise<void> | void};
    await bench(rest);
  }
}

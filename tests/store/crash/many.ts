import {killManyTimes} from './rig.ts';

/** node tests/store/crash/many.ts [KILLS] [SEED]: as many kills as you like; prints how it stands and, at the end, what was killed. */
const [kills, seed] = process.argv.slice(2).map(Number);
const started = Date.now();
const tally = await killManyTimes(kills ?? 1000, seed ?? 1, (each) => {
  if (each.kills % 50 === 0) console.log(`${each.kills} kills, ${Math.round((Date.now() - started) / 1000)} s`);
});
console.log(JSON.stringify({...tally, seconds: Math.round((Date.now() - started) / 1000)}, null, 2));

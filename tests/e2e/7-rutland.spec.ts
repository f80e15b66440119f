import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import type {Answer} from '../../renderer/contract.ts';
import {count, decimal, percent} from '../../renderer/words/numbers.ts';
import {aPlanner, type Planner, SHELL} from './driver.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DATA = resolve(ROOT, process.env.CLOSER_DATA ?? '../shared/data');
const FILES = [
  'boundaries/lsoa21_regions/lsoa21_rutland_bsc.geojson',
  'imd/tables/imd2025_england_lsoa21.csv.gz',
  'population/england/census2021_age6_lsoa21_england.csv.gz',
  'nhs/derived_sites/sites_rutland.geojson',
  'osm/uk/rutland_2022-07-20.osm.pbf',
].map((file) => join(DATA, file));
const isHere = FILES.every((file) => existsSync(file));
if (!isHere) console.info('Rutland on screen skipped: no folder of open data (set CLOSER_DATA to have it).');

let planner: Planner;
afterEach(() => planner.leaves());

/** The answer of the command line to the same question about the same files. */
function byCommandLine(): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'closer-by-hand-'));
  const project = join(folder, 'Rutland.gpkg');
  const closer = (...words: string[]): string =>
    execFileSync(process.execPath, [join(ROOT, 'src/host/cli.ts'), ...words], {encoding: 'utf8', stdio: 'pipe'});
  try {
    closer('new', project, '--name', 'Rutland');
    closer('import', project, ...FILES);
    const question = ['--service', 'general-practice', '--mode', 'drive', '--within', '15'];
    return JSON.parse(closer('score', project, ...question, '--json')) as Answer;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** Sources are named in the order in which their files were taken, which a file dialog decides. */
function inOrder(answer: Answer): Answer {
  return {...answer, sources: answer.sources.toSorted((one, other) => one.kind.localeCompare(other.kind))};
}

describe.skipIf(!isHere)(
  `a planner in Rutland, with published files (${SHELL}; skipped where the folder of open data is absent)`,
  () => {
    it('picks five files, takes them, and reads what the command line says, to the digit', async () => {
      planner = await aPlanner();
      await planner.startsProject('Rutland');
      await planner.bringsEvidence(...FILES.map((file) => planner.has(file)));
      await planner.asks({service: 'General practice', by: 'by car', within: 15});
      const wanted = byCommandLine();
      expect(wanted.audit).toMatchObject({areas: 26, addsUp: true, areasNotKnown: 0});

      const asked = {service: 'general-practice', mode: 'drive', within: 15} as const;
      const scored = await planner.asksEngine('score.answer', asked);
      if (scored.state !== 'ready') throw new Error(`The engine is ${scored.state}.`);
      expect(inOrder(scored.answer)).toEqual(inOrder(wanted));

      const {audit, share, byFifth, minutes, sites} = wanted;
      const {served, beyond, unreachable, residents} = audit;
      expect(await planner.reads()).toEqual({served, beyond, unreachable, residents});
      expect((await planner.headline())[0]).toEqual({
        share: percent(share),
        base: `${count(served)} of ${count(residents)}`,
      });
      const fifths = await planner.readsBars('By deprivation');
      expect(fifths.map((line) => [line[''], line.Residents, line.Within, line.Share])).toEqual(
        byFifth
          .filter((line) => line.fifth !== null || line.residents > 0)
          .map((line) => [line.label, count(line.residents), count(line.served), percent(line.share)]),
      );
      expect(await planner.readsMinutes()).toEqual(
        [minutes.mean, minutes.median, minutes.ninetieth, minutes.worst].map((each) => `${decimal(each)} min`),
      );
      const ranking = await planner.ranking();
      expect(ranking).toEqual(sites.slice(0, ranking.length).map(({name, newlyServed}) => ({name, newlyServed})));

      await planner.looksAt('Who is served');
      for (const theme of ['light', 'dark'] as const) {
        await planner.turns(theme);
        for (const [width, height] of [
          [1440, 900],
          [1024, 700],
        ] as const) {
          await planner.resizes(width, height);
          await planner.keepsPicture(`rutland-${width}x${height}-${theme}`);
        }
      }
    });
  },
);

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {PlanError} from '../../src/domain/errors.ts';
import {createEngine} from '../../src/engine/engine.ts';
import {COMMANDS} from '../../src/host/cli/commands.ts';
import {sessionWith} from '../../src/host/cli/session.ts';
import {wordsOf} from '../../src/host/cli/words.ts';
import {computeHere} from '../engine/compute-here.ts';
import {
  boundariesFile,
  codeOf,
  deprivationFile,
  type InventedTown,
  residentsFile,
  sitesFile,
} from '../engine/invented-town.ts';
import {ROOT} from './carriers.ts';

/** A place given as numbers: people by area, what each site holds, and minutes from every area to every site. */
export interface Numbers {
  people: number[];
  /** One decile an area; 5 if not given. */
  deciles?: (number | null)[];
  /** Rank of the index in place of one made up from the decile. */
  ranks?: number[];
  sites: {code: string; services?: string[]; capacity?: number}[];
  /** `minutes[area][site]`; null is out of reach. */
  minutes: (number | null)[][];
  kilometres?: number[][];
}

export interface CommandLine {
  folder: string;
  /** Runs a command that has to succeed, and gives what it printed. */
  closer: (...words: string[]) => Promise<string>;
  json: <T>(...words: string[]) => Promise<T>;
  /** Runs a command that has to be refused, and gives the sentence. */
  refused: (...words: string[]) => Promise<string>;
  /** Makes a project of numbers, through files and `closer import` alone. */
  town: (name: string, numbers: Numbers) => Promise<string>;
  write: (name: string, content: string) => string;
  leave: () => void;
}

/**
 * Commands as they are typed, each with an engine of its own that is closed after it: all of the command line but the start
 * of a process, which `cli.test.ts` has.
 */
export function commandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'closer-measures-'));
  const settings = {
    folder: join(folder, 'app'),
    town: join(ROOT, 'seeds', 'town'),
    version: '0.1.0-test',
    tell: () => {},
  };
  let minutes = 0;
  const now = () => new Date(Date.UTC(2026, 0, 5, 9, minutes++)).toISOString();
  async function run([name, ...rest]: string[]): Promise<string> {
    const command = COMMANDS[name!]!;
    const engine = createEngine({...settings, now, compute: computeHere()});
    const here = process.cwd();
    process.chdir(folder);
    try {
      const words = wordsOf(name!, command.settings, rest);
      return await command.run(sessionWith(engine, new AbortController().signal), words);
    } finally {
      process.chdir(here);
      engine.close();
    }
  }
  const closer = (...words: string[]) => run(words);
  const write = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  return {
    folder,
    closer,
    write,
    json: async <T>(...words: string[]) => JSON.parse(await closer(...words, '--json')) as T,
    async refused(...words) {
      let said: string;
      try {
        said = await closer(...words);
      } catch (error) {
        if (error instanceof PlanError && error.kind !== 'bug') return error.message;
        throw error;
      }
      throw new Error(`closer ${words.join(' ')} was answered: ${said.slice(0, 300)}`);
    },
    async town(name, numbers) {
      const project = `${name}.gpkg`;
      const wide = Math.ceil(Math.sqrt(numbers.people.length));
      const of: InventedTown = {
        areas: numbers.people.map((people, index) => ({
          code: codeOf(index + 1),
          name: `Testham ${String(index + 1).padStart(3, '0')}A`,
          at: [index % wide, Math.floor(index / wide)],
          people: [0, people, 0],
          decile: numbers.deciles ? (numbers.deciles[index] ?? null) : 5,
        })),
        sites: numbers.sites.map(({code, services = ['general-practice']}, index) => ({
          name: `Site ${code}`,
          code,
          services,
          at: [index % wide, 0],
        })),
        streets: [],
      };
      const deprivation = numbers.ranks
        ? `LSOA21CD,IMDRank,IMDDecile\n${numbers.ranks.map((rank, at) => `${codeOf(at + 1)},${rank},${Math.ceil((rank * 10) / 33_755)}`).join('\n')}\n`
        : deprivationFile(of);
      const pairs = numbers.minutes.flatMap((row, area) =>
        row.flatMap((time, site) =>
          time === null
            ? []
            : [
                [
                  codeOf(area + 1),
                  numbers.sites[site]!.code,
                  time,
                  ...(numbers.kilometres ? [numbers.kilometres[area]![site]!] : []),
                ],
              ],
        ),
      );
      // A file has to have a row: a time of more than 18 hours is out of reach as well.
      if (pairs.length === 0) pairs.push([codeOf(1), numbers.sites[0]!.code, 2000]);
      const heading = ['origin', 'destination', 'minutes', ...(numbers.kilometres ? ['km'] : [])];
      await closer('new', project, '--name', name);
      await closer(
        'import',
        project,
        write(`${name}-areas.geojson`, boundariesFile(of)),
        write(`${name}-residents.csv`, residentsFile(of)),
        ...(of.areas.some(({decile}) => decile !== null) || numbers.ranks
          ? [write(`${name}-deprivation.csv`, deprivation)]
          : []),
        write(`${name}-sites.csv`, sitesFile(of)),
      );
      await closer(
        'import',
        project,
        write(`${name}-times.csv`, `${[heading, ...pairs].map((row) => row.join(',')).join('\n')}\n`),
        '--as',
        'travel-times',
      );
      for (const {code, services = ['general-practice'], capacity} of numbers.sites) {
        if (capacity === undefined) continue;
        const said = {service: services[0], site: code.toLowerCase(), option: 'as-now', capacity};
        await closer('call', project, 'placements.describe', JSON.stringify(said));
      }
      return project;
    },
    leave: () => rmSync(folder, {recursive: true, force: true}),
  };
}

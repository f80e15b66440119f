import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {ROOT} from '../host/carriers.ts';

interface Locked {
  version: string;
  integrity?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const {packages} = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

// `npm start` on a new machine is `npm ci`, which refuses a lockfile with a hole in it, on any system.
describe('the lockfile', () => {
  it('holds everything that any package may want, also on systems that are not this one', () => {
    const names = new Set(
      Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
    );
    const wanted = Object.entries(packages).flatMap(([path, {dependencies, optionalDependencies}]) =>
      Object.keys({...dependencies, ...optionalDependencies}).map((name) => ({path, name})),
    );
    expect(wanted.length).toBeGreaterThan(500);
    expect(wanted.filter(({name}) => !names.has(name))).toEqual([]);
  });

  it('knows every package by its hash', () => {
    expect(
      Object.entries(packages)
        .filter(([path, {integrity}]) => path !== '' && !integrity)
        .map(([path]) => path),
    ).toEqual([]);
  });

  it('is of the versions that package.json names, each exactly', () => {
    for (const [name, version] of Object.entries({...manifest.dependencies, ...manifest.devDependencies})) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });
});

import {describe, expect, it} from 'vitest';
import {RULES} from './rule.ts';
import {filesBelow, importsOf, textOf} from './tree.ts';

const SOURCES = ['src', 'renderer', 'electron'].flatMap((folder) => filesBelow(folder, /\.tsx?$/));

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const ofPackage = (name: string, allowed: string) =>
  allowed.endsWith(':') ? name.startsWith(allowed) : within(name, allowed);

function ruleOf(path: string) {
  const fitting = RULES.filter((rule) => within(path, rule.folder)).sort((a, b) => b.folder.length - a.folder.length);
  return fitting[0];
}

describe('the dependency rule', () => {
  it('knows every source file', () => {
    expect(SOURCES.length).toBeGreaterThan(50);
    expect(SOURCES.filter((path) => !ruleOf(path))).toEqual([]);
  });

  it('is kept: domain and core know nobody, everyone else looks downwards', () => {
    const broken = SOURCES.flatMap((path) => {
      const rule = ruleOf(path)!;
      return importsOf(path)
        .filter(({to, typeOnly}) => {
          if (/\.(css|svg|woff2)$/.test(to)) return false;
          const own = /^(src|renderer|electron|tests|build|seeds)\//.test(to);
          const allowed = own
            ? rule.own.some((each) => within(to, each))
            : rule.packages.some((each) => ofPackage(to, each));
          return !allowed && !(typeOnly && rule.types.some((each) => within(to, each)));
        })
        .map(({to, typeOnly}) => `${path} may not import ${to}${typeOnly ? ' (type)' : ''}`);
    });
    expect(broken).toEqual([]);
  });

  it('only the store imports the database, and only Electron’s folder imports Electron', () => {
    const users = (name: string) => SOURCES.filter((path) => importsOf(path).some(({to}) => to === name));
    expect(users('better-sqlite3').filter((path) => !path.startsWith('src/store/'))).toEqual([]);
    expect(users('electron').filter((path) => !path.startsWith('electron/'))).toEqual([]);
  });

  it('stands in docs/architecture.md as it is kept', () => {
    const page = textOf('docs/architecture.md');
    const missing = RULES.filter((rule) => !page.includes(`| \`${rule.folder}\` |`)).map((rule) => rule.folder);
    expect(missing).toEqual([]);
  });
});

import {describe, expect, it} from 'vitest';
import {MEANINGS} from '../../src/domain/meanings.ts';
import {EVIDENCE_TABLES, PLAN_TABLES, RECORD_TABLES, RESULT_TABLES} from '../../src/domain/tables.ts';
import {filesBelow, textOf} from './tree.ts';

const SOURCES = ['src', 'renderer', 'electron', 'tests', 'seeds'].flatMap((folder) =>
  filesBelow(folder, /\.(tsx?|css)$/),
);
const FORBIDDEN = /(^|\/)(utils?|helpers?|common|misc|shared|lib|managers?|handlers?|data|types?)(\/|\.|$)/;

describe('names', () => {
  it('of files and folders are in kebab-case', () => {
    const odd = SOURCES.filter((path) => !/^[a-z0-9-./]+$/.test(path));
    expect(odd).toEqual([]);
  });

  it('say a purpose: none is utils, common, misc or the like', () => {
    expect(SOURCES.filter((path) => FORBIDDEN.test(path))).toEqual([]);
  });

  it('are exported by name, never as default', () => {
    const defaults = SOURCES.filter((path) => !path.startsWith('tests/') && /^export default/m.test(textOf(path)));
    expect(defaults).toEqual([]);
  });
});

describe('the code', () => {
  it('catches nothing without a decision', () => {
    const empty = SOURCES.filter(
      (path) => !path.startsWith('tests/') && /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(textOf(path)),
    );
    expect(empty).toEqual([]);
  });

  it('keeps its files small: none over 400 lines', () => {
    const long = SOURCES.filter((path) => !path.startsWith('tests/') && textOf(path).split('\n').length > 400);
    expect(long).toEqual([]);
  });

  it('keeps Electron’s folder under 350 lines', () => {
    const lines = filesBelow('electron', /\.ts$/).reduce((sum, path) => sum + textOf(path).split('\n').length - 1, 0);
    expect(lines).toBeGreaterThan(0);
    expect(lines).toBeLessThan(350);
  });

  it('leaves no question for later: no TODO, FIXME or XXX', () => {
    const asked = SOURCES.filter(
      (path) => path !== 'tests/house/words.test.ts' && /\b(TODO|FIXME|XXX)\b/.test(textOf(path)),
    );
    expect(asked).toEqual([]);
  });
});

describe('the documents', () => {
  it('describe every table of the project file', () => {
    const page = textOf('docs/file-format.md');
    const tables = [...PLAN_TABLES, ...EVIDENCE_TABLES, ...RESULT_TABLES, ...RECORD_TABLES];
    expect(tables.filter((table) => !page.includes(`\`${table}\``))).toEqual([]);
  });

  it('give every measure its section: each exported function of the core’s measures is named', () => {
    const pages = ['docs/methods.md', ...filesBelow('docs/methods', /\.md$/)].map(textOf).join('\n');
    const measures = ['access', 'equity', 'journeys', 'score', 'search']
      .flatMap((folder) => {
        try {
          return filesBelow(`src/core/${folder}`, /\.ts$/);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // not built yet
          throw error;
        }
      })
      .flatMap((path) =>
        [...textOf(path).matchAll(/^export function\*? (\w+)/gm)].map(([, name]) => ({path, name: name!})),
      );
    expect(measures.length).toBeGreaterThan(10);
    expect(
      measures.filter(({name}) => !new RegExp(`\\b${name}\\b`).test(pages)).map(({path, name}) => `${path}: ${name}`),
    ).toEqual([]);
  });

  it('hold the section that “Why this number?” points to', () => {
    const pages = filesBelow('docs', /\.md$/).map(textOf).join('\n');
    expect(MEANINGS.filter(({method}) => !pages.includes(`<a id="${method}"></a>`)).map(({method}) => method)).toEqual(
      [],
    );
  });

  it('link only to files that are there', () => {
    const pages = [...filesBelow('docs', /\.md$/), 'README.md', 'CHANGELOG.md'];
    const all = new Set([
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      ...['docs', 'src', 'seeds', 'tests', 'electron', 'renderer', 'resources', 'build'].flatMap((folder) =>
        filesBelow(folder, /./),
      ),
    ]);
    const dead = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, to]) => new URL(to!, `file:///${page}`).pathname.slice(1))
        .filter((to) => !all.has(to) && ![...all].some((file) => file.startsWith(to.endsWith('/') ? to : `${to}/`)))
        .map((to) => `${page} → ${to}`),
    );
    expect(dead).toEqual([]);
  });

  it('name no machine’s own paths', () => {
    const places = [
      ...SOURCES,
      ...filesBelow('docs', /\.md$/),
      ...filesBelow('build', /./),
      'README.md',
      'CHANGELOG.md',
    ];
    const own = new RegExp(['/work', '/'].join(''));
    expect(places.filter((path) => own.test(textOf(path)))).toEqual([]);
  });
});

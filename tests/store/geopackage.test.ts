import {spawnSync} from 'node:child_process';
import {copyFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {put} from '../../src/domain/change.ts';
import {newSite} from '../../src/domain/site.ts';
import type {Source} from '../../src/domain/source.ts';
import {writeEdition} from '../../src/store/evidence.ts';
import {record} from '../../src/store/history.ts';
import {closeProject, isUnsaved, saveProject} from '../../src/store/project-file.ts';
import {readPlan} from '../../src/store/read-plan.ts';
import {inAFolder, NOW} from './in-a-folder.ts';

const {folder, create, reopen} = inAFolder();
const library = newSite('library', 'Library', [-1.1, 52.6], 'existing');

/** Debian's packages gdal-bin and python3-gdal; the validator is GDAL's own. */
const VALIDATE = ['-m', 'osgeo_utils.samples.validate_gpkg', '--extra', '--warning-as-error'];
const hasTools = spawnSync('ogrinfo', ['--version']).status === 0;
const hasValidator = spawnSync('/usr/bin/python3', ['-c', 'import osgeo_utils.samples.validate_gpkg']).status === 0;

function run(command: string, ...args: string[]): string {
  const {status, stdout, stderr} = spawnSync(command, args, {encoding: 'utf8'});
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout + stderr;
}

function town(home: string): string {
  const file = create(home);
  const source: Source = {
    id: 'boundaries-1',
    kind: 'boundaries',
    title: 'Areas',
    publisher: 'Nobody',
    edition: '1',
    date: '',
    licence: 'invented',
    attribution: '',
    fileName: 'areas.geojson',
    fileHash: '00',
    importedAt: NOW,
    rowsRead: 1,
    rowsTaken: 1,
    rowsRefused: 0,
    notes: [],
  };
  const square = [
    [
      [-1, 52],
      [-1, 53],
      [0, 53],
      [0, 52],
      [-1, 52],
    ],
  ] as [number, number][][];
  const area = {
    code: 'E01000001',
    name: 'Square',
    wardCode: '',
    wardName: '',
    districtCode: '',
    districtName: '',
    polygons: [square],
  };
  writeEdition(file.db, source, [], {kind: 'boundaries', rows: [area]}, null, NOW);
  record(file.db, put('Add', 'site', library, newSite('hub', 'Hub', [-1.25, 52.75], 'candidate')), NOW);
  const path = join(home, 'town.gpkg');
  saveProject(file, path);
  closeProject(file, false);
  return path;
}

describe.skipIf(!hasValidator)('GDAL’s validator (python3-gdal)', () => {
  test('has no error and no warning for a new project', () => {
    const home = folder();
    const path = join(home, 'new.gpkg');
    saveProject(create(home), path);
    expect(run('/usr/bin/python3', ...VALIDATE, path)).toBe('');
  });

  test('has none for a project with areas and sites', () => {
    expect(run('/usr/bin/python3', ...VALIDATE, town(folder()))).toBe('');
  });

  test('has none after GDAL has edited it and Closer has saved it again', () => {
    const home = folder();
    const path = town(home);
    run('ogrinfo', '-q', '-sql', `SELECT CreateSpatialIndex('site', 'geom')`, path);
    run('ogrinfo', '-q', '-sql', `UPDATE site SET name = 'Edited' WHERE id = 'library'`, path);
    const file = reopen(home, path);
    saveProject(file);
    expect(run('/usr/bin/python3', ...VALIDATE, path)).toBe('');
  });

  test('is not easily pleased: a file with a wrong geometry fails', () => {
    const path = town(folder());
    run(
      '/usr/bin/python3',
      '-c',
      `import sqlite3; c = sqlite3.connect(${JSON.stringify(path)}); c.execute("UPDATE site SET geom = x'00'"); c.commit()`,
    );
    expect(() => run('/usr/bin/python3', ...VALIDATE, path)).toThrow('town.gpkg');
  });
});

describe.skipIf(!hasTools)('GDAL’s tools (gdal-bin)', () => {
  test('see areas and sites as layers, where they are, and the rest as tables', () => {
    const path = town(folder());
    const listed = run('ogrinfo', '-so', path);
    expect(listed).toContain('area (Multi Polygon)');
    expect(listed).toContain('site (Point)');
    for (const table of ['place', 'service', 'option', 'placement', 'source', 'deprivation', 'residents'])
      expect(listed).toContain(`${table} (None)`);
    const sites = run('ogrinfo', '-al', '-where', `id = 'library'`, path, 'site');
    expect(sites).toContain('POINT (-1.1 52.6)');
    expect(run('ogrinfo', '-so', path, 'site')).toContain('Extent: (-1.250000, 52.600000) - (-1.100000, 52.750000)');
    expect(run('ogrinfo', '-so', path, 'area')).toContain('Extent: (-1.000000, 52.000000) - (0.000000, 53.000000)');
  });

  const move = `UPDATE site SET geom = MakePoint(-1.5, 52.5, 4326) WHERE id = 'library'`;
  const inPython = [
    'from osgeo import ogr; import sys',
    'd = ogr.Open(sys.argv[1], 1); l = d.GetLayer("site"); f = l.GetNextFeature()',
    'f.SetGeometry(ogr.CreateGeometryFromWkt("POINT Z (-1.5 52.5 80)")); l.SetFeature(f)',
  ].join('\n');
  test.each([
    ['with ogrinfo', ['ogrinfo', '-q', '-dialect', 'INDIRECT_SQLITE', '-sql', move]],
    [
      'with ogrinfo’s SQLite dialect, which writes SpatiaLite’s form',
      ['ogrinfo', '-q', '-dialect', 'SQLite', '-sql', move],
    ],
    ['with GDAL’s Python, with a height', ['/usr/bin/python3', '-c', inPython]],
  ])('move a site in a copy %s, and it is there on reopening', (_, [command, ...args]) => {
    const home = folder();
    const copy = join(home, 'copy.gpkg');
    copyFileSync(town(home), copy);
    run(command!, ...args, copy);
    const file = reopen(home, copy);
    expect(readPlan(file.db).site.get('library')).toEqual({...library, lng: -1.5, lat: 52.5});
    expect(file.notes).toEqual([
      '“copy.gpkg” was edited in another program (site). What was done before that can’t be undone.',
    ]);
    expect(isUnsaved(file)).toBe(false);
    saveProject(file);
    expect(run('ogrinfo', '-al', '-where', `id = 'library'`, copy, 'site')).toContain('POINT (-1.5 52.5)');
  });

  test('add sites from a file of their own, and they get an id', () => {
    const home = folder();
    const path = town(home);
    const features = [
      [-1.3, 52.3],
      [-1.4, 52.4],
    ].map((coordinates, index) => ({
      type: 'Feature',
      properties: {name: `Plot ${index + 1}`, standing: 'candidate', gia_m2: 800},
      geometry: {type: 'Point', coordinates},
    }));
    writeFileSync(join(home, 'plots.geojson'), JSON.stringify({type: 'FeatureCollection', features}));
    run('ogr2ogr', '-update', '-append', '-nln', 'site', path, join(home, 'plots.geojson'));
    const file = reopen(home, path);
    const plots = [...readPlan(file.db).site.values()].slice(2);
    expect(plots.map(({id, ...rest}) => rest)).toEqual(
      [
        {...newSite('', 'Plot 1', [-1.3, 52.3], 'candidate'), giaM2: 800},
        {...newSite('', 'Plot 2', [-1.4, 52.4], 'candidate'), giaM2: 800},
      ].map(({id, ...rest}) => rest),
    );
    expect(new Set(plots.map((plot) => plot.id)).size).toBe(2);
    expect(file.notes).toContain('Sites that another program added were taken in: “Plot 1”, “Plot 2”.');
  });

  test('write the layer anew with their own columns and index, and it is taken as it is', () => {
    const home = folder();
    const path = town(home);
    const copy = join(home, 'copy.gpkg');
    copyFileSync(path, copy);
    run('ogr2ogr', '-overwrite', copy, path, 'site', '-nln', 'site', '-lco', 'GEOMETRY_NAME=geom');
    const file = reopen(home, copy);
    expect([...readPlan(file.db).site.values()][0]).toEqual(library);
    expect(file.db.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'`).pluck().get()).toBe(0);
    saveProject(file);
  });

  test('delete a site, and its placements go with it', () => {
    const home = folder();
    const path = town(home);
    run('ogrinfo', '-q', '-sql', `DELETE FROM site WHERE id = 'hub'`, path);
    expect([...readPlan(reopen(home, path).db).site.keys()]).toEqual(['library']);
  });

  test('look at a project without making it another, even in their WAL mode', () => {
    const home = folder();
    const path = town(home);
    const file = reopen(home, path);
    run('ogrinfo', '-q', '--config', 'OGR_SQLITE_JOURNAL', 'WAL', '-sql', `UPDATE site SET name = name`, path);
    record(file.db, put('Rename', 'site', {...library, name: 'Renamed'}), NOW);
    saveProject(file);
    expect(run('ogrinfo', '-al', path, 'site')).toContain('name (String) = Renamed');
  });
});

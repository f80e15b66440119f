import {existsSync} from 'node:fs';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {pmtilesFile} from '../store/tiles/pmtiles-file.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(() => {
  at = planner();
});
afterEach(() => at.leave());

const map = () => at.file('town.pmtiles', pmtilesFile(new Map([[0, 'whole world']]), 10));

describe('the basemap', () => {
  it('is none until somebody chooses a file, and then in all projects and after a restart', async () => {
    expect(await at.ask('basemap.state', {})).toBeNull();
    expect(await at.ask('basemap.tile', {z: 0, x: 0, y: 0})).toBeNull();
    expect(await at.ask('basemap.choose', {file: map()})).toMatchObject({name: 'Invented', attribution: '© Nobody'});
    const tile = await at.ask('basemap.tile', {z: 0, x: 0, y: 0});
    expect(Buffer.from(tile!.base64, 'base64').toString()).toBe('whole world');
    expect(tile!.type).toBe('application/x-protobuf');
    expect(await at.ask('basemap.tile', {z: 1, x: 1, y: 1})).toBeNull();
    const later = planner({folder: at.folder});
    expect(await later.ask('basemap.state', {})).toMatchObject({name: 'Invented', trouble: null});
  });

  it('can be taken away again', async () => {
    await at.ask('basemap.choose', {file: map()});
    expect(await at.ask('basemap.choose', {})).toBeNull();
    expect(await at.ask('basemap.state', {})).toBeNull();
  });

  it('that is no map is refused, and the one before stays', async () => {
    await at.ask('basemap.choose', {file: map()});
    const refusal = await at.refusal('basemap.choose', {file: at.file('notes.txt', 'hello')});
    expect(refusal).toMatchObject({kind: 'file'});
    expect(refusal.message).toContain('notes.txt is no map');
    expect(await at.ask('basemap.state', {})).toMatchObject({name: 'Invented'});
  });

  it('that has gone since says so, and the map is drawn without', async () => {
    await at.ask('basemap.choose', {file: map()});
    const {rmSync} = await import('node:fs');
    const path = at.path('town.pmtiles');
    expect(existsSync(path)).toBe(true);
    rmSync(path);
    const later = planner({folder: at.folder});
    expect(await later.ask('basemap.state', {})).toEqual({
      trouble: expect.stringContaining('town.pmtiles can’t be read'),
    });
    expect(await later.ask('basemap.tile', {z: 0, x: 0, y: 0})).toBeNull();
  });
});

import {readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {answered, ready} from './asking.ts';
import {
  boundariesFile,
  deprivationFile,
  residentsFile,
  settle,
  sitesFile,
  streetsFile,
  threeByThree,
  townFiles,
} from './invented-town.ts';
import {type Planner, planner, Refused} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await at.ask('project.create', {name: 'Testham'});
});
afterEach(() => at.leave());

const town = threeByThree();
const sites = async () => (await at.ask('plan.read', {})).site;
const kept = async () =>
  JSON.stringify([
    await at.ask('plan.read', {}),
    await at.ask('evidence.sources', {}),
    await at.ask('history.list', {}),
  ]);

describe('an import', () => {
  it('takes a whole town at once, and tells of each file what it took and how it joins', async () => {
    const taken = await at.ask('evidence.import', {files: townFiles(at, town)});
    expect(taken.map((each) => [each.source.kind, each.source.rowsTaken, each.joins])).toEqual([
      ['boundaries', 9, {areas: 9, matched: 9}],
      ['centroids', 9, {areas: 9, matched: 9}],
      ['residents', 9, {areas: 9, matched: 9}],
      ['deprivation', 9, {areas: 9, matched: 9}],
      ['sites', 4, null],
      ['streets', 12, null],
    ]);
    expect(taken[2]!.sentence).toBe('residents.csv: Residents by age, 9 taken; it covers 9 of the 9 areas here.');
    expect(at.news.map(({news}) => news)).toContain('imported');
    const {needs, areas, residents} = await at.ask('evidence.sources', {});
    expect({needs, areas, residents}).toEqual({needs: [], areas: 9, residents: 6650});
    expect((await at.ask('project.state', {})).open?.evidence.residents).toBe('Residents by age');
  });

  it('joins whatever order the files come in, and whatever they are called', async () => {
    const files = townFiles(at, town);
    for (const file of [5, 3, 4, 2, 1, 0]) await at.ask('evidence.import', {files: [files[file]!]});
    expect((await answered(at)).audit).toMatchObject({residents: 6650, served: 1900});
    const packed = at.file('data(1).bin', gzipSync(residentsFile(town)));
    expect((await at.ask('evidence.import', {files: [packed]}))[0]!.source).toMatchObject({
      kind: 'residents',
      rowsTaken: 9,
    });
  });

  it('inspects before anything is taken', async () => {
    const files = [...townFiles(at, town), at.file('letter.txt', 'Dear planner,\nplease find attached.\n')];
    const before = await kept();
    const seen = await at.ask('evidence.inspect', {files});
    expect(seen.map((each) => each.kind)).toEqual([
      'boundaries',
      'centroids',
      'residents',
      'deprivation',
      'sites',
      'streets',
      'refused',
    ]);
    expect(seen[2]).toMatchObject({fileName: 'residents.csv', rows: 9});
    expect(seen[2]!.preview[0]).toEqual(['E01990001', 'Testham 001A', '200', '700', '100']);
    expect(seen[6]!.sentence).toContain('letter.txt');
    expect(await kept()).toBe(before);
  });

  it('with one file refused writes none of them', async () => {
    const before = await kept();
    const bad = at.file('bad.csv', residentsFile(town).replace(',700,', ',-700,'));
    const error = await at.refusal('evidence.import', {files: [...townFiles(at, town), bad]});
    expect(error).toMatchObject({kind: 'invalid', at: 'files'});
    expect(error.message).toContain('bad.csv');
    expect(error.message).toContain('row 2');
    expect(error.message).not.toContain(at.folder);
    expect(await kept()).toBe(before);
  });

  it.each([
    ['empty.csv', ''],
    ['blank.csv', '\n\n\n'],
    ['zeros.bin', new Uint8Array(5000)],
    ['patients.csv', 'NHS number,name,postcode\n9434765919,A. Patient,LE15 6NT\n'],
    ['half.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","prop'],
    ['page.html', '<!doctype html><html><body>Not found</body></html>'],
    ['half.gz', gzipSync(residentsFile(threeByThree())).subarray(0, 60)],
    ['wards.csv', 'ward_code,total\nE05000001,12\n'],
    ['nostreets.osm', '<osm version="0.6"><node id="1" lat="52" lon="-1"/></osm>'],
  ])('of %s is refused in a sentence, and nothing is changed', async (name, content) => {
    const before = await kept();
    const error = await at.refusal('evidence.import', {files: [at.file(name, content)]});
    expect(error.kind).toMatch(/^(invalid|file)$/);
    expect(error.message).toContain(name);
    expect(error.message).not.toMatch(/\n| {4}at |node:|\.ts/);
    expect(await kept()).toBe(before);
  });

  it('of a file that is gone, a folder, or nothing at all is refused in a sentence', async () => {
    rmSync(at.path('gone.csv'), {force: true});
    expect(await at.refusal('evidence.import', {files: [at.pick(at.path('gone.csv'))]})).toMatchObject({kind: 'file'});
    expect((await at.refusal('evidence.import', {files: [at.pick(at.folder)]})).message).toContain('is a folder');
    expect((await at.refusal('evidence.import', {files: []})).message).toBe('Pick at least one file to import.');
    expect((await at.refusal('evidence.import', {files: ['made-up']})).message).toBe(
      'That file was not picked in this session. Please pick it again.',
    );
  });

  it('of two editions of one kind is refused: the second would replace the first', async () => {
    const files = [at.file('a.csv', residentsFile(town)), at.file('b.csv', residentsFile(town))];
    const before = await kept();
    expect((await at.refusal('evidence.import', {files})).message).toBe(
      'a.csv and b.csv both hold residents, and a project has one edition of each. Import one of them.',
    );
    expect(await kept()).toBe(before);
  });

  it('as a kind that the file is not is refused', async () => {
    const error = await at.refusal('evidence.import', {files: [at.file('r.csv', residentsFile(town))], as: 'streets'});
    expect(error).toMatchObject({kind: 'invalid'});
    expect(await at.refusal('evidence.import', {files: [at.file('r.csv', 'x')], as: 'tea'})).toMatchObject({at: 'as'});
  });

  it('says row by row what a list of sites lost, and keeps it to be asked for', async () => {
    const text = `${sitesFile(town)}Moon Base,M1,hall,existing,0.1,12.5\nNowhere,N1,hall,existing,,\n`;
    const [taken] = await at.ask('evidence.import', {files: [at.file('sites.csv', text)]});
    expect(taken).toMatchObject({source: {rowsRead: 6, rowsTaken: 4, rowsRefused: 2}});
    expect(taken!.refusals.map((each) => each.row)).toEqual([6, 7]);
    expect(taken!.sentence).toBe('sites.csv: A list of sites, 4 taken, 2 left out.');
    expect(await at.ask('evidence.refusals', {source: taken!.source.id})).toEqual(taken!.refusals);
    expect(await at.ask('evidence.refusals', {source: 'nobody'})).toEqual([]);
  });
});

describe('a second edition', () => {
  it('replaces the first of its kind, which stays on record', async () => {
    await settle(at);
    const more = threeByThree();
    more.areas[0]!.people = [1200, 700, 100];
    await at.ask('evidence.import', {files: [at.file('newer.csv', residentsFile(more))]});
    expect((await answered(at)).audit.residents).toBe(7650);
    const {sources} = await at.ask('evidence.sources', {});
    const residents = sources.filter((each) => each.kind === 'residents');
    expect(residents.map((each) => each.fileName)).toEqual(['residents.csv', 'newer.csv']);
    expect(residents[0]!.replacedBy).toBe(residents[1]!.id);
    expect((await ready(at)).sources.filter((each) => each.kind === 'residents').map((each) => each.fileName)).toEqual([
      'newer.csv',
    ]);
  });

  it('of boundaries has other areas, and times from them are measured anew', async () => {
    await settle(at);
    await answered(at);
    const fewer = {...town, areas: town.areas.slice(0, 4)};
    await at.ask('evidence.import', {files: [at.file('fewer.geojson', boundariesFile(fewer))]});
    const answer = await answered(at);
    expect(answer.audit).toMatchObject({areas: 4, residents: 2650, addsUp: true});
    const [imported] = await at.ask('evidence.import', {files: [at.file('d.csv', deprivationFile(town))]});
    expect(imported!.joins).toEqual({areas: 4, matched: 4});
  });

  it('of streets makes other times; the same streets again do not', async () => {
    await settle(at);
    const before = await answered(at);
    await at.ask('evidence.import', {files: [at.file('again.osm', streetsFile(town))]});
    const again = await ready(at);
    expect(again.audit).toEqual(before.audit);
    const ring = {
      ...town,
      streets: town.streets.filter(({from, to}) => ![from, to].some((place) => place.join() === '1,1')),
    };
    await at.ask('evidence.import', {files: [at.file('ring.osm', streetsFile(ring))]});
    expect((await at.ask('travel.status', {mode: 'walk'})).missing).toBe(4);
    expect((await answered(at)).audit.addsUp).toBe(true);
  });

  it('of sites keeps their ids, their services and what a planner wrote of them, and is one step to undo', async () => {
    await settle(at);
    await at.ask('sites.describe', {site: 'b2', tenure: 'Freehold', giaM2: 640, note: 'Nice roof'});
    await at.ask('services.place', {service: 'pharmacy', site: 'b2', option: 'as-now'});
    await at.ask('sites.close', {site: 'c1', option: 'as-now'});
    await at.ask('placements.describe', {
      service: 'general-practice',
      site: 'a1',
      option: 'as-now',
      provider: 'Dr Ash',
    });
    const moved = {
      sites: town.sites.map((site) =>
        site.code === 'B2' ? {...site, name: 'New Library', at: [2, 1] as const} : site,
      ),
    };
    await at.ask('evidence.import', {files: [at.file('sites.csv', sitesFile(moved))]});
    const plan = await at.ask('plan.read', {});
    expect(plan.site.map((each) => each.id)).toEqual(['a1', 'b1', 'b2', 'c1']);
    expect(plan.site[2]).toMatchObject({name: 'New Library', tenure: 'Freehold', giaM2: 640, note: 'Nice roof'});
    expect(plan.placement.map((each) => each.id)).toContain('as-now/b2/pharmacy');
    expect(plan.placement.find((each) => each.site === 'a1')?.provider).toBe('Dr Ash');
    expect(plan.closure).toHaveLength(1);
    expect((await at.ask('project.state', {})).history.undo).toBe('Import 4 sites from sites.csv');
    await at.ask('history.undo', {});
    expect((await sites())[2]!.name).toBe('Old Library');
  });

  it('of sites without codes keeps their ids too: by name, or by place among several of one name', async () => {
    const list = (libraryAt: readonly [number, number]) => ({
      sites: [
        {name: 'Library', kind: 'library', at: libraryAt},
        {name: 'Boots', kind: 'pharmacy', at: [0, 0] as const},
        {name: 'Boots', kind: 'pharmacy', at: [2, 2] as const},
      ],
    });
    await at.ask('evidence.import', {files: [at.file('one.csv', sitesFile(list([1, 1])))]});
    expect((await sites()).map((each) => each.id)).toEqual(['library', 'boots', 'boots-2']);
    await at.ask('evidence.import', {files: [at.file('one.csv', sitesFile(list([1, 2])))]});
    const again = await sites();
    expect(again.map((each) => each.id)).toEqual(['library', 'boots', 'boots-2']);
    expect(again.map((each) => each.lat)).toEqual([52.61798, 52.6, 52.61798]);
  });

  it('never takes over a site that a planner drew', async () => {
    await at.ask('sites.add', {name: 'Library', at: [-0.7, 52.6], standing: 'candidate'});
    await at.ask('evidence.import', {files: [at.file('one.csv', sitesFile({sites: [{name: 'Library', at: [1, 1]}]}))]});
    expect((await sites()).map((each) => each.id)).toEqual(['library', 'library-2']);
  });
});

describe('several lists of sites', () => {
  it('in one import never share an id, and each is a step to undo', async () => {
    const one = at.file(
      'one.csv',
      sitesFile({
        sites: [
          {name: 'Library', at: [0, 0]},
          {name: 'Clinic', at: [1, 0]},
        ],
      }),
    );
    const two = at.file(
      'two.csv',
      sitesFile({
        sites: [
          {name: 'Annexe', at: [2, 0]},
          {name: 'Clinic', at: [2, 2]},
        ],
      }),
    );
    await at.ask('evidence.import', {files: [one, two]});
    expect((await sites()).map((each) => [each.id, each.lng])).toEqual([
      ['library', -0.7],
      ['clinic', -0.6852],
      ['annexe', -0.6704],
      ['clinic-2', -0.6704],
    ]);
    await at.ask('history.undo', {});
    expect((await sites()).map((each) => each.id)).toEqual(['library', 'clinic']);
  });

  it('bring services that the catalogue does not know', async () => {
    const list = sitesFile({sites: [{name: 'Hub', services: ['Tea & Talk', 'pharmacy'], at: [0, 0]}]});
    await at.ask('evidence.import', {files: [at.file('hub.csv', list)]});
    const plan = await at.ask('plan.read', {});
    expect(plan.service.find((each) => each.id === 'tea-talk')).toMatchObject({
      name: 'Tea talk',
      confidence: 'assumed',
    });
    expect(plan.placement.map((each) => each.service).sort()).toEqual(['pharmacy', 'tea-talk']);
  });

  it('name services by keys that can be asked for, however long they are written', async () => {
    const list = sitesFile({sites: [{name: 'Hub', services: ['x'.repeat(300)], at: [0, 0]}]});
    await at.ask('evidence.import', {files: [at.file('hub.csv', list)]});
    const [placement] = (await at.ask('plan.read', {})).placement;
    await at.ask('services.withdraw', {service: placement!.service, site: 'hub', option: 'as-now'});
    expect((await at.ask('plan.read', {})).placement).toEqual([]);
  });
});

describe('an import under way', () => {
  const many = (rows: number) => {
    const lines = Array.from({length: rows}, (_, n) => `Site ${n},,hall,existing,${(-0.7 + n * 1e-7).toFixed(7)},52.6`);
    return `site name,site code,kind,standing,longitude,latitude\n${lines.join('\n')}\n`;
  };

  it('that is stopped has written nothing, and the project goes on', async () => {
    const before = await kept();
    const told = at.told((news) => news.news === 'progressed' && news.id === 5);
    const job = at
      .askAs(5, 'evidence.import', {files: [at.file('many.csv', many(30_000))]})
      .catch((error: unknown) => error);
    expect(await told).toMatchObject({doing: expect.stringContaining('many.csv')});
    at.engine.cancel(5);
    const error = await job;
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).value).toEqual({kind: 'cancelled', message: 'Stopped. Nothing was changed.'});
    expect(await kept()).toBe(before);
    await at.ask('evidence.import', {files: townFiles(at, town)});
    expect((await answered(at)).audit.addsUp).toBe(true);
  });

  it('keeps what a planner changes meanwhile', async () => {
    const job = at.ask('evidence.import', {
      files: [at.file('many.csv', many(20_000))],
    });
    await at.ask('sites.add', {name: 'Site 1', at: [-0.7, 52.6], standing: 'candidate'});
    await at.ask('options.add', {name: 'Hub'});
    await job;
    const plan = await at.ask('plan.read', {});
    expect(plan.option.map((each) => each.id)).toEqual(['as-now', 'hub']);
    expect(plan.site.filter((each) => each.name === 'Site 1').map((each) => each.id)).toEqual(['site-1', 'site-1-2']);
    const steps = (await at.ask('history.list', {})).map((each) => each.label);
    expect(steps).toEqual(['Add Site 1', 'Add Hub', 'Import 20,000 sites from many.csv']);
  });

  it('is stopped when the project is closed under it, and leaves no trace in the next one', async () => {
    const job = at
      .ask('evidence.import', {files: [at.file('many.csv', many(30_000))]})
      .catch((error: unknown) => error);
    await at.ask('project.create', {name: 'Other', discard: true});
    expect(await job).toMatchObject({value: {kind: 'cancelled'}});
    expect(await sites()).toEqual([]);
    expect((await at.ask('project.state', {})).open?.name).toBe('Other');
    expect(readdirSync(join(at.folder, 'app', 'working'))).toHaveLength(1);
  });
});

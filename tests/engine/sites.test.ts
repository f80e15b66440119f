import {describe, expect, it} from 'vitest';
import {AS_NOW} from '../../src/domain/option.ts';
import {isClosed, servicesAt} from '../../src/domain/placement.ts';
import {newSite} from '../../src/domain/site.ts';
import {aPlan} from '../builders.ts';
import {changed, changeOf, refusalOf} from './plan-changes.ts';

const at: [number, number] = [-0.73, 52.67];
const start = () => aPlan().withSite('Library').withOption('Hub');

describe('adding a site', () => {
  it('puts one row with an id made of its name', () => {
    const change = changeOf(start().plan(), 'sites.add', {name: '  Café Nº 5  ', at, standing: 'candidate'});
    expect(change).toEqual({
      label: 'Add Café Nº 5',
      put: {site: [newSite('cafe-no-5', 'Café Nº 5', at, 'candidate')], placement: []},
      remove: {},
    });
  });

  it('never takes the id of another', () => {
    let plan = start().plan();
    for (let n = 0; n < 3; n++) plan = changed(plan, 'sites.add', {name: 'Library', at, standing: 'existing'});
    expect([...plan.site.keys()]).toEqual(['library', 'library-2', 'library-3', 'library-4']);
  });

  it.each([
    ['🏥🏥', 'unnamed'],
    ['__proto__', 'proto'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b/c', 'a-b-c'],
    ['x'.repeat(120), 'x'.repeat(60)],
    ['日本', 'unnamed'],
  ])('makes of %s the id %s', (name, id) => {
    expect([...changed(aPlan().plan(), 'sites.add', {name, at, standing: 'existing'}).site.keys()]).toEqual([id]);
  });

  it('may place services there at once, as now or in an option, each once', () => {
    const services = ['pharmacy', 'dialysis', 'pharmacy'];
    const plan = changed(start().plan(), 'sites.add', {
      name: 'Hall',
      at,
      standing: 'candidate',
      services,
      option: 'hub',
    });
    expect(servicesAt(plan, 'hub', 'hall')).toEqual(['dialysis', 'pharmacy']);
    expect(servicesAt(plan, AS_NOW, 'hall')).toEqual([]);
    expect(
      servicesAt(
        changed(start().plan(), 'sites.add', {name: 'Hall', at, standing: 'existing', services}),
        AS_NOW,
        'hall',
      ),
    ).toEqual(['dialysis', 'pharmacy']);
  });

  it.each([
    [{name: ''}, 'name', '“name” can’t be empty. Please type something.'],
    [{name: ' \n\t '}, 'name', '“name” can’t be empty. Please type something.'],
    [{name: 'x'.repeat(121)}, 'name', '“name” is 121 characters long; the most is 120.'],
    [{name: 5}, 'name', '“name” must be text.'],
    [{at: [52.67, -0.73]}, 'at', 'The place 52.67, -0.73 is outside Great Britain.'],
    [{at: [Number.NaN, 52]}, 'at', 'The place NaN, 52 is outside Great Britain.'],
    [{at: [-0.7]}, 'at', 'A place must be a longitude and a latitude.'],
    [{at: ['-0.7', '52.6']}, 'at', 'The place -0.7, 52.6 is outside Great Britain.'],
    [{standing: 'closed'}, 'standing', '“standing” is “closed”; it must be one of: existing, candidate.'],
    [
      {services: ['tea']},
      'service',
      'There is no service “tea” in this project. There are: general-practice, pharmacy, dialysis.',
    ],
    [
      {services: ['pharmacy'], option: 'no'},
      'option',
      'There is no option “no” in this project. There are: as-now, hub.',
    ],
    [{services: 'pharmacy'}, 'services', '“services” must be a list.'],
    [{services: Array(41).fill('pharmacy')}, 'services', '“services” has 41 entries; the most is 40.'],
    [{services: [7]}, 'services[1]', '“services[1]” must be text.'],
    [{colour: 'red'}, 'colour', '“colour” is not a field of this call.'],
  ])('is refused with %o', (said, field, message) => {
    const input = {name: 'Hall', at, standing: 'existing', ...said};
    expect(refusalOf(start().plan(), 'sites.add', input)).toMatchObject({at: field, message});
  });
});

describe('a site that is there', () => {
  it('moves, is renamed and changes its standing, and keeps everything else', () => {
    const plan = start().withSite('Hall', {giaM2: 500, code: 'H1', note: 'Roof leaks'}).plan();
    const old = plan.site.get('hall')!;
    expect(changed(plan, 'sites.move', {site: 'hall', at}).site.get('hall')).toEqual({...old, lng: at[0], lat: at[1]});
    expect(changed(plan, 'sites.rename', {site: 'hall', name: 'Hub'}).site.get('hall')).toEqual({...old, name: 'Hub'});
    const standing = 'candidate';
    expect(changed(plan, 'sites.setStanding', {site: 'hall', standing}).site.get('hall')).toEqual({...old, standing});
  });

  it('is described by what is said, and null says that something is not known any more', () => {
    const plan = start().withSite('Hall', {giaM2: 500, vacantM2: 20, tenure: 'Freehold'}).plan();
    const told = changed(plan, 'sites.describe', {
      site: 'hall',
      vacantM2: null,
      condition: 'B',
      note: 'Two\nlines',
    }).site.get('hall');
    expect(told).toMatchObject({giaM2: 500, vacantM2: null, tenure: 'Freehold', condition: 'B', note: 'Two\nlines'});
    expect(changed(plan, 'sites.describe', {site: 'hall', vacantM2: 0}).site.get('hall')).toMatchObject({vacantM2: 0});
  });

  it('goes with its placements and closures in every option, and with nothing else', () => {
    const plan = start()
      .withSite('Hall')
      .offering('pharmacy', 'hall')
      .withdrawing('pharmacy', 'hall', 'hub')
      .offering('pharmacy', 'library')
      .closing('hall', 'hub')
      .closing('library')
      .plan();
    const gone = changed(plan, 'sites.remove', {site: 'hall'});
    expect([...gone.site.keys()]).toEqual(['library']);
    expect([...gone.placement.keys()]).toEqual(['as-now/library/pharmacy']);
    expect([...gone.closure.keys()]).toEqual(['as-now/library']);
  });

  it.each(['sites.move', 'sites.rename', 'sites.setStanding', 'sites.describe', 'sites.remove'] as const)(
    'has to be there for %s',
    (name) => {
      const said =
        {'sites.move': {at}, 'sites.rename': {name: 'X'}, 'sites.setStanding': {standing: 'existing'}}[
          name as string
        ] ?? {};
      expect(refusalOf(start().plan(), name, {site: 'hall', ...said})).toEqual({
        kind: 'missing',
        message: 'There is no site “hall” in this project. There are: library.',
        at: 'site',
      });
      expect(refusalOf(start().plan(), name, {site: '__proto__', ...said}).kind).toBe('missing');
    },
  );

  it.each([
    [{giaM2: -1}, 'giaM2', '“giaM2” is -1; it must be from 0 to 1000000.'],
    [{giaM2: Number.POSITIVE_INFINITY}, 'giaM2', '“giaM2” must be a number.'],
    [{giaM2: '12'}, 'giaM2', '“giaM2” must be a number.'],
    [{condition: 'E'}, 'condition', '“condition” is “E”; it must be one of: (empty), A, B, C, D, CX, DX.'],
    [{note: 'x'.repeat(2001)}, 'note', '“note” is 2001 characters long; the most is 2000.'],
    [{giaM2: 100, vacantM2: 101}, 'vacantM2', 'Library can’t have 101 m² vacant of 100 m² in all.'],
  ])('is not described by %o', (said, field, message) => {
    expect(refusalOf(start().plan(), 'sites.describe', {site: 'library', ...said})).toMatchObject({at: field, message});
  });
});

describe('closing a site', () => {
  it('holds in the option, or in all of them if it is closed as now', () => {
    const hub = changed(start().plan(), 'sites.close', {site: 'library', option: 'hub', reason: 'Sold'});
    expect([...hub.closure.values()]).toEqual([
      {id: 'hub/library', option: 'hub', site: 'library', closed: 1, reason: 'Sold'},
    ]);
    expect(isClosed(hub, AS_NOW, 'library')).toBe(false);
    const now = changed(start().plan(), 'sites.close', {site: 'library', option: AS_NOW});
    expect(isClosed(now, 'hub', 'library')).toBe(true);
  });

  it('is taken back by reopening, and an option may reopen what is closed now', () => {
    const closed = changed(start().plan(), 'sites.close', {site: 'library', option: AS_NOW});
    const hub = changed(closed, 'sites.reopen', {site: 'library', option: 'hub'});
    expect([isClosed(hub, AS_NOW, 'library'), isClosed(hub, 'hub', 'library')]).toEqual([true, false]);
    const open = changed(closed, 'sites.reopen', {site: 'library', option: AS_NOW});
    expect(isClosed(open, AS_NOW, 'library')).toBe(false);
  });

  it('is refused where it changes nothing', () => {
    const plan = start().plan();
    const closed = changed(plan, 'sites.close', {site: 'library', option: 'hub'});
    expect(refusalOf(plan, 'sites.reopen', {site: 'library', option: 'hub'})).toEqual({
      kind: 'invalid',
      message: 'Library is already open in Hub.',
      at: 'site',
    });
    expect(refusalOf(closed, 'sites.close', {site: 'library', option: 'hub'}).message).toBe(
      'Library is already closed in Hub.',
    );
    expect(refusalOf(plan, 'sites.close', {site: 'library', option: 'nope'}).at).toBe('option');
    expect(refusalOf(plan, 'sites.close', {site: 'nope', option: 'hub'}).at).toBe('site');
  });
});

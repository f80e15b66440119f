import {describe, expect, it} from 'vitest';
import {AS_NOW} from '../../src/domain/option.ts';
import {isClosed, servicesAt} from '../../src/domain/placement.ts';
import {optionNamed, siteNamed} from '../../src/engine/question.ts';
import {aPlan} from '../builders.ts';
import {changed, refusalOf} from './plan-changes.ts';

const start = () =>
  aPlan()
    .withSite('Library')
    .withSite('Hall')
    .withOption('Hub')
    .offering('pharmacy', 'library')
    .withdrawing('pharmacy', 'library', 'hub')
    .offering('dialysis', 'hall', 'hub')
    .closing('library', 'hub');

describe('options', () => {
  it('start as what there is now', () => {
    const plan = changed(start().plan(), 'options.add', {name: 'Two centres'});
    expect(plan.option.get('two-centres')).toEqual({id: 'two-centres', name: 'Two centres', role: 'option', note: ''});
    expect(servicesAt(plan, 'two-centres', 'library')).toEqual(['pharmacy']);
  });

  it('copied, hold the same and go their own way from there', () => {
    const plan = changed(start().plan(), 'options.copy', {option: 'hub', name: 'Hub by bus'});
    const id = 'hub-by-bus';
    expect(servicesAt(plan, id, 'hall')).toEqual(['dialysis']);
    expect(isClosed(plan, id, 'library')).toBe(true);
    const without = changed(plan, 'services.withdraw', {service: 'dialysis', site: 'hall', option: id});
    expect(servicesAt(without, id, 'hall')).toEqual([]);
    expect(servicesAt(without, 'hub', 'hall')).toEqual(['dialysis']);
  });

  it('copied from now, hold nothing of their own, so that they follow what is so now', () => {
    const copied = changed(start().plan(), 'options.copy', {option: AS_NOW, name: 'Copy'});
    expect([...copied.placement.values()].some((row) => row.option === 'copy')).toBe(false);
    expect(copied.option.get('copy')?.role).toBe('option');
    const later = changed(copied, 'services.place', {service: 'dialysis', site: 'library', option: AS_NOW});
    expect(servicesAt(later, 'copy', 'library')).toEqual(['dialysis', 'pharmacy']);
  });

  it('are edited one part at a time', () => {
    const plan = changed(start().plan(), 'options.edit', {option: 'hub', role: 'preferred', note: 'Board, May'});
    expect(plan.option.get('hub')).toEqual({id: 'hub', name: 'Hub', role: 'preferred', note: 'Board, May'});
    expect(changed(plan, 'options.edit', {option: AS_NOW, name: 'Business as usual'}).option.get(AS_NOW)).toMatchObject(
      {
        name: 'Business as usual',
        role: 'business-as-usual',
      },
    );
  });

  it('go with all that they hold, and leave what is so now as it is', () => {
    const plan = changed(start().plan(), 'options.remove', {option: 'hub'});
    expect([...plan.option.keys()]).toEqual([AS_NOW]);
    expect([...plan.placement.keys()]).toEqual(['as-now/library/pharmacy']);
    expect(plan.closure.size).toBe(0);
  });

  it('never lose the one that the others are measured against', () => {
    expect(refusalOf(start().plan(), 'options.remove', {option: AS_NOW})).toEqual({
      kind: 'invalid',
      message: '“As now” can’t be removed: every other option is measured against it.',
      at: 'option',
    });
    expect(refusalOf(start().plan(), 'options.edit', {option: AS_NOW, role: 'preferred'}).message).toContain(
      'given another role',
    );
  });

  it('are never two of one name, whatever the case', () => {
    for (const [name, input] of [
      ['options.add', {name: 'hub'}],
      ['options.copy', {option: AS_NOW, name: 'HUB'}],
      ['options.edit', {option: AS_NOW, name: 'Hub'}],
    ] as const)
      expect(refusalOf(start().plan(), name, input)).toEqual({
        kind: 'invalid',
        message: 'There is an option called “Hub” already. Choose another name.',
        at: 'name',
      });
    expect(changed(start().plan(), 'options.edit', {option: 'hub', name: 'HUB'}).option.get('hub')?.name).toBe('HUB');
  });

  it('have to be there', () => {
    for (const [name, said] of [
      ['options.copy', {name: 'X'}],
      ['options.edit', {}],
      ['options.remove', {}],
    ] as const)
      expect(refusalOf(start().plan(), name, {option: 'dream', ...said})).toMatchObject({
        kind: 'missing',
        at: 'option',
      });
  });

  it('are found by id or by name', () => {
    expect(optionNamed(start().plan(), 'AS NOW').id).toBe(AS_NOW);
    expect(optionNamed(start().plan(), 'hub').id).toBe('hub');
    expect(() => optionNamed(start().plan(), 'dream')).toThrow(
      'There is no option “dream” in this project. There are: As now, Hub.',
    );
  });
});

describe('a site as a planner names it', () => {
  const plan = aPlan()
    .withSite('Boots', {id: 'fgv54', code: 'FGV54'})
    .withSite('Boots', {id: 'fmk29', code: 'FMK29'})
    .withSite('Hall')
    .plan();

  it('is found by its id, its code or its name, whatever the case', () => {
    expect(siteNamed(plan, 'fgv54').id).toBe('fgv54');
    expect(siteNamed(plan, 'FMK29').id).toBe('fmk29');
    expect(siteNamed(plan, 'HALL').id).toBe('hall');
  });

  it('is asked for again where several have the name, or none', () => {
    expect(() => siteNamed(plan, 'boots')).toThrow(
      '2 sites are called “boots”. Name one of them by its id: fgv54, fmk29.',
    );
    expect(() => siteNamed(plan, 'Moon')).toThrow('There is no site “Moon” in this project.');
  });
});

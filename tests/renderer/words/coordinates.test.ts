import {describe, expect, it} from 'vitest';
import {readCoordinates} from '../../../renderer/words/coordinates.ts';
import {coordinates} from '../../../renderer/words/numbers.ts';

describe('coordinates that people type', () => {
  it('are latitude and longitude, with any separator', () => {
    expect(readCoordinates('52.6706, -0.7301')).toEqual([-0.7301, 52.6706]);
    expect(readCoordinates('52.6706 -0.7301')).toEqual([-0.7301, 52.6706]);
  });

  it('may carry the minus sign that this screen writes', () => {
    expect(readCoordinates(coordinates(-0.7301, 52.6706))).toEqual([-0.7301, 52.6706]);
  });

  it('are turned round where they only fit that way', () => {
    expect(readCoordinates('-0.7301, 52.6706')).toEqual([-0.7301, 52.6706]);
  });

  it('are refused with a sentence outside Britain, and where they are not two numbers', () => {
    expect(readCoordinates('48.85, 2.35')).toMatch(/not in Great Britain/);
    expect(readCoordinates('somewhere')).toMatch(/Type two numbers/);
    expect(readCoordinates('52')).toMatch(/Type two numbers/);
  });
});

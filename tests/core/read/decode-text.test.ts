import {describe, expect, it} from 'vitest';
import {decodeText} from '../../../src/core/read/decode-text.ts';
import {chunksOf} from './reading-of.ts';

function decoded(bytes: Uint8Array, size: number): [string, string] {
  const {text, encoding} = decodeText(bytes.slice(0, 4096), chunksOf(bytes, size), 'file.csv');
  return [[...text].join(''), encoding()];
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, order: 'little' | 'big', mark: boolean) => {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('');
  const bytes = new Uint8Array(units.length * 2);
  for (let at = 0; at < units.length; at++)
    new DataView(bytes.buffer).setUint16(at * 2, units.charCodeAt(at), order === 'little');
  return bytes;
};

const TEXT = 'Ysbyty Gwent, Tŷ’r Felin, 5 €, 𝄞, £12,345\n';

describe.each([1, 2, 3, 5, 64])('text that arrives %i bytes at a time', (size) => {
  it.each([
    ['UTF-8', utf8(TEXT), TEXT, 'UTF-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`), TEXT, 'UTF-8 with a byte order mark'],
    ['UTF-16 little end first', wide(TEXT, 'little', true), TEXT, 'UTF-16'],
    ['UTF-16 big end first', wide(TEXT, 'big', true), TEXT, 'UTF-16'],
    ['UTF-16 without a mark', wide('lsoa21_code,total\n', 'little', false), 'lsoa21_code,total\n', 'UTF-16'],
    ['windows-1252', Uint8Array.of(0x80, 0x93, 0x94, 0xa3, 0xac, 0xe9), '€“”£¬é', 'windows-1252'],
    ['windows-1252 that ends where UTF-8 would go on', Uint8Array.of(0x61, 0xe9), 'aé', 'windows-1252'],
    ['both in one file', new Uint8Array([...utf8('é,'), 0xa3]), 'é,£', 'UTF-8 and windows-1252 mixed'],
    [
      'overlong and surrogate sequences, which are not UTF-8',
      Uint8Array.of(0xc0, 0x80, 0xed, 0xa0, 0x80),
      'À€í\u00a0€',
      'windows-1252',
    ],
  ])('%s', (_, bytes, text, encoding) => {
    expect(decoded(bytes, size)).toEqual([text, encoding]);
  });
});

describe('what is not text', () => {
  it('is said to be that', () => {
    expect(() =>
      decoded(
        Uint8Array.from({length: 400}, (_, at) => (at * 37) % 256),
        50,
      ),
    ).toThrow('file.csv is not text');
  });

  it('UTF-16 cut in the middle of a letter is said to be cut', () => {
    expect(() => decoded(wide('lsoa21', 'little', true).slice(0, -1), 5)).toThrow('cut off in the middle of a letter');
  });
});

import {describe, expect, it} from 'vitest';
import {csvRows} from '../../../src/core/read/csv.ts';
import {delimiterOf} from '../../../src/core/read/delimiter.ts';
import {LIMITS} from '../../../src/core/read/limits.ts';

function rowsOf(text: string, size: number, delimiter = ','): (string | number)[][] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += size) chunks.push(text.slice(at, at + size));
  return [...csvRows(chunks, delimiter, 'file.csv')].map(({row, cells, flaw}) =>
    flaw ? [row, ...cells, `! ${flaw}`] : [row, ...cells],
  );
}

const OPEN = '! has a quotation mark that is opened and not closed';

describe.each([1, 2, 3, 7, 1000])('rows of a table that arrives %i letters at a time', (size) => {
  it.each([
    [
      'plain',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'without a last line break',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with the line breaks of Windows',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with the line breaks of old Macs',
      'a,b\r1,2\r',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'with empty lines, which count',
      'a,b\n\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, ''],
        [3, '1', '2'],
      ],
    ],
    ['with empty cells', ',a,\n', [[1, '', 'a', '']]],
    ['with delimiters and marks inside quotation marks', '"a,b","say ""yes""",c\n', [[1, 'a,b', 'say "yes"', 'c']]],
    [
      'with a line break inside quotation marks',
      '"a\r\nb",c\n1,2\n',
      [
        [1, 'a\r\nb', 'c'],
        [3, '1', '2'],
      ],
    ],
    [
      'with a mark inside a cell',
      '5" pipe,1\n2,3\n',
      [
        [1, '5" pipe', '1'],
        [2, '2', '3'],
      ],
    ],
    ['with letters after a closed mark', '"Elm" House,1\n', [[1, 'Elm House', '1']]],
    [
      'with a mark never closed',
      'a,b\n"Elm,1\nAsh,2\n',
      [
        [1, 'a', 'b'],
        [2, '"Elm', '1', OPEN],
        [3, 'Ash', '2'],
      ],
    ],
    [
      'with a mark that closes in the middle of a later word',
      '"Elm,1\nAsh "Hall",2\nOak,3\n',
      [
        [1, '"Elm', '1', OPEN],
        [2, 'Ash "Hall"', '2'],
        [3, 'Oak', '3'],
      ],
    ],
    ['with a mark at the very end', 'a,"', [[1, 'a', '"', OPEN]]],
    ['with nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text, size)).toEqual(rows);
  });
});

describe('tables', () => {
  it('a mark that swallows a hundred lines spoils one', () => {
    const text = `"open,1\n${'a,1\n'.repeat(LIMITS.quotedLines + 50)}"close",1\n`;
    const rows = rowsOf(text, 4096);
    expect(rows).toHaveLength(LIMITS.quotedLines + 52);
    expect(rows[0]!.at(-1)).toBe(OPEN);
    expect(rows[1]).toEqual([2, 'a', '1']);
  });

  it('a line beyond any table’s length is refused with its row', () => {
    function* endless(): Generator<string> {
      yield 'a,b\n';
      for (;;) yield 'x'.repeat(65_536);
    }
    expect(() => [...csvRows(endless(), ',', 'file.csv')]).toThrow(
      'file.csv, row 2: the line is longer than 4,000,000 letters',
    );
  });

  it('agrees with a plain splitter on random tables without quotation marks', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let trial = 0; trial < 200; trial++) {
      const letters = ['a', 'é', ' ', ',', ',', '\n', '7', '\r\n'];
      const text = Array.from({length: random(60)}, () => letters[random(letters.length)]).join('');
      const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
      if (lines.at(-1) === '') lines.pop();
      expect(rowsOf(text, 1 + random(9))).toEqual(lines.map((line, index) => [index + 1, ...line.split(',')]));
    }
  });

  it.each([
    [',', 'name,postcode\nElm $ Ash,AB1\nOak,AB2\n'],
    ['\t', 'name\tpostcode, where known\nElm\tAB1\nOak\tAB2\n'],
    [';', 'name;share\nElm;1,5\nOak;2,5\n'],
    ['¬', 'a¬b¬c\nElm, Ash¬1¬2\nOak¬1¬2\n'],
    ['$', '$$Group$\na$b$c$d\n1,5$2$3$4\n'],
    ['|', 'a|b\n1|2\n'],
  ])('columns are separated by %j where most rows agree on it', (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

import {describe, expect, it} from 'vitest';
import {columnsThatFit, filtered, type GridColumn, sorted} from '../../../renderer/table/columns.ts';
import {tsvOf} from '../../../renderer/table/tsv.ts';

interface Line {
  name: string;
  minutes: number | null;
}

const columns: readonly GridColumn<Line>[] = [
  {key: 'name', heading: 'Area', value: ({name}) => name, least: 100, rank: 1},
  {
    key: 'minutes',
    heading: 'Minutes',
    value: ({minutes}) => minutes,
    text: ({minutes}) => `${minutes ?? 'none'} min`,
    least: 60,
    rank: 2,
  },
  {key: 'length', heading: 'Letters', value: ({name}) => name.length, least: 50, rank: 3},
];
const lines: Line[] = [
  {name: 'Docks', minutes: 12},
  {name: 'Abbey', minutes: null},
  {name: 'Church', minutes: 3},
  {name: 'Bridge', minutes: 12},
];
const names = (rows: readonly Line[]) => rows.map(({name}) => name);

describe('a table that is worked with', () => {
  it('sorts numbers as numbers, keeps equals in their order, and puts the unknown last both ways', () => {
    expect(names(sorted(lines, columns, {column: 'minutes', direction: 'ascending'}))).toEqual([
      'Church',
      'Docks',
      'Bridge',
      'Abbey',
    ]);
    expect(names(sorted(lines, columns, {column: 'minutes', direction: 'descending'}))).toEqual([
      'Docks',
      'Bridge',
      'Church',
      'Abbey',
    ]);
  });

  it('filters by what is shown, whatever the case', () => {
    expect(names(filtered(lines, columns, 'B'))).toEqual(['Abbey', 'Bridge']);
    expect(names(filtered(lines, columns, 'none'))).toEqual(['Abbey']);
    expect(filtered(lines, columns, '  ')).toBe(lines);
  });

  it('never runs off the side: what matters least goes first', () => {
    const keys = (width: number) => columnsThatFit(columns, width).map(({key}) => key);
    expect(keys(1000)).toEqual(['name', 'minutes', 'length']);
    expect(keys(170)).toEqual(['name', 'minutes']);
    expect(keys(10)).toEqual(['name']);
  });
});

describe('rows copied for a spreadsheet', () => {
  it('are cells, with numbers as numbers and the unknown empty', () => {
    expect(
      tsvOf(
        ['Area', 'Minutes'],
        [
          ['Docks', 12.5],
          ['Abbey', null],
        ],
      ),
    ).toBe('Area\tMinutes\r\nDocks\t12.5\r\nAbbey\t');
  });

  it('never run as a formula and never split', () => {
    expect(tsvOf(['x'], [['=1+1'], ['a\tb\nc'], ['-4 stops']])).toBe("x\r\n'=1+1\r\na b c\r\n'-4 stops");
  });
});

/** A seeded source of chance: the same file every time for the same number (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Mutation = (bytes: Uint8Array, random: (below: number) => number) => Uint8Array;

const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const binary = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

function byLine(change: (lines: string[], random: (below: number) => number) => void): Mutation {
  return (bytes, random) => {
    const lines = text(bytes).split('\n');
    change(lines, random);
    return binary(lines.join('\n'));
  };
}

/** What happens to files on their way: damage, cuts, careless editing, and malice. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a bit flipped': (bytes, random) => {
    const copy = bytes.slice();
    const at = random(copy.length);
    copy[at] = copy[at]! ^ (1 << random(8));
    return copy;
  },
  'twenty bytes overwritten': (bytes, random) => {
    const copy = bytes.slice();
    for (let time = 0; time < 20; time++) copy[random(copy.length)] = random(256);
    return copy;
  },
  'cut off': (bytes, random) => bytes.slice(0, random(bytes.length)),
  'beginning lost': (bytes, random) => bytes.slice(random(bytes.length)),
  'a piece lost': (bytes, random) => {
    const from = random(bytes.length);
    return new Uint8Array([...bytes.slice(0, from), ...bytes.slice(from + random(200))]);
  },
  'a piece doubled': (bytes, random) => {
    const from = random(bytes.length);
    return new Uint8Array([...bytes.slice(0, from + random(300)), ...bytes.slice(from)]);
  },
  'noise put in': (bytes, random) => {
    const from = random(bytes.length);
    return new Uint8Array([
      ...bytes.slice(0, from),
      ...Uint8Array.from({length: random(50)}, () => random(256)),
      ...bytes.slice(from),
    ]);
  },
  'two rows swapped': byLine((lines, random) => {
    const [one, two] = [random(lines.length), random(lines.length)];
    [lines[one], lines[two]] = [lines[two]!, lines[one]!];
  }),
  'a row doubled': byLine((lines, random) => lines.splice(random(lines.length), 0, lines[random(lines.length)]!)),
  'a row dropped': byLine((lines, random) => lines.splice(random(lines.length), 1)),
  'a heading renamed': byLine((lines, random) => {
    const cells = lines[0]!.split(',');
    cells[random(cells.length)] = ['total', 'NHS number', '', 'LSOA11CD', '0-15', 'x', '"', 'IMD decile', 'easting'][
      random(9)
    ]!;
    lines[0] = cells.join(',');
  }),
  'a cell changed': byLine((lines, random) => {
    const at = random(lines.length);
    const cells = lines[at]!.split(',');
    cells[random(cells.length)] = [
      '',
      '-1',
      'NaN',
      '1e9',
      '9999999999',
      '"',
      '""',
      '-',
      'E01000001',
      '51.5',
      '\u0000',
      '=1+1',
      '½',
    ][random(13)]!;
    lines[at] = cells.join(',');
  }),
  'a cell widened': byLine((lines, random) => {
    lines[random(lines.length)] += 'x'.repeat(random(50_000));
  }),
  'columns swapped in a row': byLine((lines, random) => {
    const at = random(lines.length);
    lines[at] = lines[at]!.split(',').reverse().join(',');
  }),
  'another delimiter': (bytes, random) => binary(text(bytes).replaceAll(',', [';', '\t', '$', '|', ' '][random(5)]!)),
  'as UTF-16': (bytes, random) => {
    const letters = text(bytes);
    const wide = new Uint8Array(letters.length * 2 + 2);
    const view = new DataView(wide.buffer);
    const little = random(2) === 0;
    view.setUint16(0, 0xfeff, little);
    for (let at = 0; at < letters.length; at++) view.setUint16(at * 2 + 2, letters.charCodeAt(at), little);
    return random(3) === 0 ? wide.slice(0, random(wide.length)) : wide;
  },
  'brackets and marks sprinkled': (bytes, random) => {
    const copy = bytes.slice();
    for (let time = 0; time < 5; time++) copy[random(copy.length)] = '"{}[],:\n\\'.charCodeAt(random(9));
    return copy;
  },
};

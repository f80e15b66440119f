import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';
import {quoted, thousands} from './wording.ts';

/**
 * A JSON file read part by part: each member of the top object whole, except that the list called `features` (or a list
 * that is the whole file) comes element by element. Memory is that of the largest part, never of the file, and a file
 * that stops early or breaks off is said to do so at the element where it does.
 */
export interface JsonPart {
  /** The member's name; empty for a file that is one list; `SEQUENCE` for features that follow one another. */
  key: string;
  /** 1, 2, 3 … for an element of a list; 0 for a member that is given whole. */
  index: number;
  value: unknown;
}

const STREAMED = 'features';

/** The key of the features that follow a first one which is the whole file’s top object. */
export const SEQUENCE = ' sequence';

const QUOTE = 34;
const BACKSLASH = 92;

export function* jsonParts(text: Iterable<string>, name: string): Generator<JsonPart> {
  const reader = createReader(text, name);
  const opening = reader.next();
  let feature = false;
  if (opening === '[') {
    yield* elements('');
  } else if (opening === '{') {
    if (reader.peek() === '}') reader.next();
    else
      for (;;) {
        const key = parsed(reader.value(LIMITS.lineLength, 'its members'), 'one of its names');
        if (typeof key !== 'string' || reader.next() !== ':') throw reader.broken('its members');
        const where = `its member ${quoted(key)}`;
        if (key === STREAMED && reader.peek() === '[') {
          reader.next();
          yield* elements(key);
        } else {
          const value = parsed(reader.value(LIMITS.memberLength, where), where);
          feature ||= key === 'type' && value === 'Feature';
          yield {key, index: 0, value};
        }
        const after = reader.next();
        if (after === '}') break;
        if (after !== ',') throw reader.broken(where);
      }
  } else
    throw new Unreadable(
      `${name} is not JSON: it begins with ${quoted(opening)}. Check that it is the file you meant.`,
    );
  // Features one after another, a line each, are one file too (RFC 8142); the first has come as members already.
  for (let index = 2; feature && reader.peek() === '{'; index++) {
    const where = `feature ${thousands(index)}`;
    yield {key: SEQUENCE, index, value: parsed(reader.value(LIMITS.featureLength, where), where)};
  }
  if (reader.peek() !== '')
    throw new Unreadable(`${name} goes on after its end, so it is not one JSON file. Download it again.`);

  function* elements(key: string): Generator<JsonPart> {
    if (reader.peek() === ']') {
      reader.next();
      return;
    }
    for (let index = 1; ; index++) {
      const where = `${key === STREAMED ? 'feature' : 'item'} ${thousands(index)}`;
      yield {key, index, value: parsed(reader.value(LIMITS.featureLength, where), where)};
      const after = reader.next();
      if (after === ']') return;
      if (after !== ',') throw reader.broken(where);
    }
  }

  function parsed(json: string, where: string): unknown {
    try {
      return JSON.parse(json);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw reader.broken(where);
    }
  }
}

interface Reader {
  /** The next letter that is not space, taken; empty at the end of the file. */
  next(): string;
  peek(): string;
  /** The text of the value that starts here. */
  value(longest: number, where: string): string;
  broken(where: string): Unreadable;
}

function createReader(text: Iterable<string>, name: string): Reader {
  const source = text[Symbol.iterator]();
  let pending = '';
  let at = 0;
  let ended = false;

  const fill = (): boolean => {
    while (!ended) {
      const next = source.next();
      if (next.done) ended = true;
      else if (next.value !== '') {
        pending = next.value;
        at = 0;
        return true;
      }
    }
    return false;
  };
  const broken = (where: string) =>
    new Unreadable(
      ended && at >= pending.length
        ? `${name} stops in the middle, at ${where}: the download did not finish. Download it again.`
        : `${name} is not valid JSON at ${where}. Download it again, or export it afresh.`,
    );
  const peek = (): string => {
    for (;;) {
      for (; at < pending.length; at++) {
        const code = pending.charCodeAt(at);
        if (code > 32) return pending[at]!;
      }
      if (!fill()) return '';
    }
  };
  const next = (): string => {
    const letter = peek();
    at++;
    return letter;
  };

  const value = (longest: number, where: string): string => {
    const first = peek();
    if (first === '') throw broken(where);
    const nested = first === '{' || first === '[';
    const parts: string[] = [];
    let length = 0;
    let start = at;
    let depth = 0;
    let inText = false;
    let escaped = false;
    const close = (end: number): string => {
      parts.push(pending.slice(start, end));
      at = end;
      return parts.length === 1 ? parts[0]! : parts.join('');
    };
    for (let here = at; ; ) {
      if (here >= pending.length) {
        parts.push(pending.slice(start));
        length += pending.length - start;
        if (length > longest)
          throw new Unreadable(
            `${name} is too large at ${where}: Closer reads up to ${thousands(longest / 1e6)} million letters there. Ask the publisher for a generalised edition.`,
          );
        if (!fill()) {
          at = pending.length;
          if (nested || inText) throw broken(where);
          return parts.join('');
        }
        start = here = 0;
      }
      const code = pending.charCodeAt(here);
      if (inText) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) {
          inText = false;
          if (depth === 0) return close(here + 1);
        }
      } else if (code === QUOTE) inText = true;
      else if (code === 123 || code === 91) {
        if (++depth > LIMITS.depth) throw broken(where);
      } else if (code === 125 || code === 93) {
        if (depth === 0) return close(here);
        if (--depth === 0) return close(here + 1);
      } else if (depth === 0 && (code === 44 || code === 58 || code <= 32)) return close(here);
      here++;
    }
  };
  return {next, peek, value, broken};
}

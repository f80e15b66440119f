import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {temporaryBeside} from './replace-file.ts';

/**
 * Project files that this Closer looked through or saved, by the hash of their content. A file with the same bytes needs no
 * second look: that is what opening a large project takes longest for. Kept in the app's own folder; a list that is
 * missing or damaged only costs that look.
 */
export interface Seen {
  content: string;
  format: number;
  /** As `stateOf` gives it. */
  state: string;
}

const MOST = 50;
const NAME = 'seen.json';

/** What is known of a file with this content, if it has the format that is written today. */
export function seenBefore(folder: string, content: string, format: number): Seen | undefined {
  return readSeen(folder).find((each) => each.content === content && each.format === format);
}

export function noteSeen(folder: string, seen: Seen): void {
  const others = readSeen(folder).filter((each) => each.content !== seen.content);
  try {
    mkdirSync(folder, {recursive: true});
    // Not flushed to the disk, which takes longer than all else here: what a power cut leaves is a list or it is none.
    const temporary = temporaryBeside(join(folder, NAME));
    writeFileSync(temporary, JSON.stringify([seen, ...others].slice(0, MOST)));
    renameSync(temporary, join(folder, NAME));
  } catch (error) {
    // A full or read-only disk: the next opening takes a little longer.
    if (typeof (error as {code?: unknown}).code !== 'string') throw error;
  }
}

function readSeen(folder: string): Seen[] {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, NAME), 'utf8'));
    return Array.isArray(value) ? value.filter(isSeen) : [];
  } catch (error) {
    // Not there yet, or damaged.
    if (error instanceof SyntaxError || typeof (error as {code?: unknown}).code === 'string') return [];
    throw error;
  }
}

function isSeen(value: unknown): value is Seen {
  const {content, format, state} = (value ?? {}) as Record<string, unknown>;
  return typeof content === 'string' && typeof format === 'number' && typeof state === 'string';
}

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {replaceFile} from './replace-file.ts';

/** A project file that was open lately. */
export interface Recent {
  path: string;
  name: string;
  at: string;
}

const MOST = 12;

/** The files that were open lately, newest first. A list that is missing, damaged or not to be read is an empty list. */
export function readRecent(folder: string): Recent[] {
  let text = '';
  forConvenience(() => {
    text = readFileSync(join(folder, 'recent.json'), 'utf8');
  });
  return parsed(text).filter(isRecent).slice(0, MOST);
}

/** What fails here must not fail what the planner asked for: the project is open, or saved, without the list. */
function forConvenience(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (typeof (error as {code?: unknown}).code !== 'string') throw error;
  }
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    // Damaged, by a crash of the machine or by hand: nothing in it is worth a question to the planner.
    return [];
  }
}

function isRecent(value: unknown): value is Recent {
  const {path, name, at} = (value ?? {}) as Record<string, unknown>;
  return typeof path === 'string' && typeof name === 'string' && typeof at === 'string';
}

/** Puts a file at the head of the list. */
export function noteRecent(folder: string, {path, name, at}: Recent): void {
  const others = readRecent(folder).filter((each) => each.path !== path);
  forConvenience(() => {
    mkdirSync(folder, {recursive: true});
    replaceFile(join(folder, 'recent.json'), (temporary) => {
      writeFileSync(temporary, JSON.stringify([{path, name, at}, ...others].slice(0, MOST), null, 2));
    });
  });
}

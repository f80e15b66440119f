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

/** The files that were open lately, newest first. A list that is missing or damaged is an empty list: it is a convenience. */
export function readRecent(folder: string): Recent[] {
  let text: string;
  try {
    text = readFileSync(join(folder, 'recent.json'), 'utf8');
  } catch (error) {
    if ((error as {code?: string}).code === 'ENOENT') return [];
    throw error;
  }
  return parsed(text).filter(isRecent).slice(0, MOST);
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
export function noteRecent(folder: string, recent: Recent): void {
  mkdirSync(folder, {recursive: true});
  const others = readRecent(folder).filter((each) => each.path !== recent.path);
  const {path, name, at} = recent;
  replaceFile(join(folder, 'recent.json'), (temporary) => {
    writeFileSync(temporary, JSON.stringify([{path, name, at}, ...others].slice(0, MOST), null, 2));
  });
}

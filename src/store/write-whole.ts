import {closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync} from 'node:fs';

/** Writes a file whole or not at all: to a neighbour first, then in its place. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    const file = openSync(beside, 'w');
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, {force: true});
    throw error;
  }
}

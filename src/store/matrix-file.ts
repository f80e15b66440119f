import {createHash} from 'node:crypto';
import {readdirSync, renameSync, rmSync, statfsSync} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {hostname} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {PlanError} from '../domain/errors.ts';
import {fileProblem, sayingWhy} from './file-problem.ts';
import {isRunning} from './lock-file.ts';
import {checkFolderOf} from './target.ts';

/** A large file that is written block after block under another name, and in its place only when it is whole. */
export interface MatrixFile {
  append: (blocks: readonly Uint8Array[]) => Promise<void>;
  /** Puts it in the place of whatever has its name. */
  finish: () => Promise<void>;
  /** Takes away what was written. After `finish` it does nothing. */
  abandon: () => void;
}

/** The head is one line of text, filled up so that what follows stands on a boundary of eight bytes. */
export async function beginMatrix(path: string, head: object, bodyBytes: number): Promise<MatrixFile> {
  const temporary = join(dirname(path), `.closer-${machine()}-${process.pid}.matrix.tmp`);
  checkFolderOf(path);
  sayingWhy(path, 'save', () => {
    removeForgotten(dirname(path));
    checkRoom(path, bodyBytes);
  });
  const say = (error: unknown): never => {
    throw fileProblem(error, path, 'save');
  };
  let file: FileHandle | null = await open(temporary, 'w').catch(say);
  const text = JSON.stringify(head);
  const length = Math.ceil((Buffer.byteLength(text) + 1) / 8) * 8;
  await file!.write(`${text}${' '.repeat(length - Buffer.byteLength(text) - 1)}\n`).catch(say);
  return {
    async append(blocks) {
      const bytes = blocks.reduce((sum, block) => sum + block.byteLength, 0);
      const {bytesWritten} = await file!.writev(blocks as Uint8Array[]).catch(say);
      if (bytesWritten !== bytes) say(Object.assign(new Error('Written in part.'), {code: 'ENOSPC'}));
    },
    async finish() {
      await file!.sync().catch(say);
      await file!.close();
      file = null;
      sayingWhy(path, 'save', () => renameSync(temporary, path));
    },
    abandon() {
      if (file === null) return;
      // The name goes first and at once; giving back gigabytes, which takes seconds, is nothing to wait for.
      rmSync(temporary, {force: true});
      void file.close();
      file = null;
    },
  };
}

/** So that nobody takes away what another computer is writing to the same share. */
function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** What a Closer of this computer left half written when it was killed. */
function removeForgotten(folder: string): void {
  const ours = new RegExp(`^\\.closer-${machine()}-(\\d+)\\.matrix\\.tmp$`);
  for (const name of readdirSync(folder)) {
    const writer = Number(ours.exec(name)?.[1] ?? Number.NaN);
    if (writer !== process.pid && !Number.isNaN(writer) && !isRunning(writer))
      rmSync(join(folder, name), {force: true});
  }
}

function checkRoom(path: string, bytes: number): void {
  const {bavail, bsize} = statfsSync(dirname(path));
  if (bavail * bsize > bytes) return;
  const gigabytes = (bytes / 1e9).toFixed(1);
  throw new PlanError(
    'file',
    `“${basename(path)}” would take ${gigabytes} GB, and there is not so much room on that disk. Free some space, or choose another place.`,
  );
}

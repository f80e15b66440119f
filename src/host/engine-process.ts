import {join} from 'node:path';
import {createEngine} from '../engine/engine.ts';
import {computePool} from './compute-pool.ts';
import {answerThrough, portToHost} from './engine-port.ts';
import {type EngineSettings, PREPARED} from './engine-settings.ts';

/** The engine's own process: messages in, answers and news out. Its settings are its only argument. */
const settings = JSON.parse(process.argv[2] ?? '{}') as EngineSettings;
const port = portToHost();

answerThrough(
  port,
  createEngine({
    ...settings,
    tell: port.post,
    now: () => new Date().toISOString(),
    compute: computePool(join(settings.folder, PREPARED)),
  }),
);

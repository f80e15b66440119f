import {PlanError} from '../domain/errors.ts';
import type {Mode} from '../domain/mode.ts';
import {readStreets} from '../store/evidence.ts';
import {figureValue} from './assumptions.ts';
import type {TimesRequest} from './compute.ts';
import {speedSettings} from './speeds.ts';
import {graphKey} from './times.ts';
import type {Workspace} from './workspace.ts';

/** What threads must know of the project's streets and areas, whichever places are asked about. */
export function streetsRequest(
  workspace: Workspace,
  mode: Mode,
): Pick<TimesRequest, 'graphKey' | 'streets' | 'mode' | 'speeds' | 'areas'> {
  if (workspace.streetsKey() === null)
    throw new PlanError('invalid', 'This needs streets, and this project has none yet. Import them first.');
  const {lng, lat} = workspace.people();
  return {
    graphKey: graphKey(workspace, mode),
    streets: () => readStreets(workspace.file.db) ?? [],
    mode,
    speeds: speedSettings((key) => figureValue(workspace.plan, key)),
    areas: {lng, lat},
  };
}

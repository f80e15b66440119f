import {packNetwork} from '../core/graph/pack-network.ts';
import {PlanError} from '../domain/errors.ts';
import {readStreets} from '../store/evidence.ts';
import {figureValue, timeFactor} from './assumptions.ts';
import type {TimesRequest} from './compute.ts';
import {speedSettings} from './speeds.ts';
import {streetChangesKey, streetsIn} from './streets.ts';
import {graphKey} from './times.ts';
import type {TravelIn} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** What threads must know of the project's streets and areas, whichever places are asked about. */
export function streetsRequest(
  workspace: Workspace,
  travel: TravelIn,
): Pick<TimesRequest, 'graphKey' | 'streets' | 'mode' | 'speeds' | 'timeFactor' | 'areas'> {
  if (workspace.streetsKey() === null)
    throw new PlanError('invalid', 'This needs streets, and this project has none yet. Import them first.');
  const {lng, lat} = workspace.people();
  return {
    graphKey: graphKey(workspace, travel),
    streets: () => {
      if (streetChangesKey(workspace.plan, travel.option) === '') return readStreets(workspace.file.db) ?? [];
      return packNetwork(streetsIn(workspace, travel.option)!.network);
    },
    mode: travel.mode,
    speeds: speedSettings((key) => figureValue(workspace.plan, key), travel),
    timeFactor: timeFactor(workspace.plan, travel),
    areas: {lng, lat},
  };
}

import {atTimeOfDay, type ModeGraph, modeGraph} from '../../src/core/graph/mode-graph.ts';
import {unpackNetwork} from '../../src/core/graph/pack-network.ts';
import {type Snap, snap, snapCode} from '../../src/core/graph/snap.ts';
import {timesToPlace} from '../../src/core/graph/times-to-place.ts';
import {drain} from '../../src/core/job.ts';
import {PlanError} from '../../src/domain/errors.ts';
import type {Compute, PlaceTimes, TimesRequest} from '../../src/engine/compute.ts';

/** Travel times measured in the test's own thread, one place after the other, letting messages through between them. */
export function computeHere(): Compute & {measured: () => number} {
  const graphs = new Map<string, ModeGraph>();
  let measured = 0;

  function graphFor({graphKey, streets, mode, speeds, timeFactor}: TimesRequest): ModeGraph {
    const graph = graphs.get(graphKey) ?? drain(modeGraph(unpackNetwork(streets()), mode, speeds));
    graphs.set(graphKey, graph);
    return atTimeOfDay(graph, timeFactor);
  }

  return {
    measured: () => measured,
    async times(request, signal, onProgress) {
      const graph = graphFor(request);
      const areas: Snap[] = [];
      request.areas.lng.forEach((lng, area) => {
        areas.push(snap(graph, lng, request.areas.lat[area]!));
      });
      const times: PlaceTimes[] = [];
      const places = new Uint8Array(request.places.lng.length);
      for (let place = 0; place < places.length; place++) {
        await new Promise((resume) => setImmediate(resume));
        if (signal.aborted) throw new PlanError('cancelled', 'Stopped. Nothing was changed.');
        const at = snap(graph, request.places.lng[place]!, request.places.lat[place]!);
        times.push(drain(timesToPlace(graph, at, areas, request.limitSeconds)));
        places[place] = snapCode(at);
        measured++;
        onProgress({done: place + 1, of: places.length, doing: 'Measuring travel times'});
      }
      return {times, snapped: {areas: Uint8Array.from(areas, snapCode), places}};
    },
    close: () => graphs.clear(),
  };
}

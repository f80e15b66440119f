import {HIGHWAY_CLASSES} from './highway-class.ts';
import type {SpeedSettings} from './speeds.ts';
import {ALONG_EDGE, type StreetMode, type StreetNetwork} from './street-network.ts';

/** The speed of a mode along an edge in km/h, forwards or back; 0 where it cannot use it. Free flow: no time band. */
export function kmhAlong(
  network: StreetNetwork,
  edge: number,
  back: number,
  mode: StreetMode,
  settings: SpeedSettings,
): number {
  const speeds = settings.kmh[HIGHWAY_CLASSES[network.edgeClass[edge]!]!];
  const flags = network.edgeFlags[edge]!;
  const limit = (back === 0 ? network.edgeLimit[edge]! : network.edgeLimitBack[edge]!) / 100;
  if ((flags & ALONG_EDGE.ferry) !== 0) return limit > 0 ? limit : speeds[mode];
  if (mode === 'cycle' && (flags & ALONG_EDGE.pushCycle) !== 0)
    return Math.min(speeds.cycle, speeds.walk || speeds.cycle);
  if (mode === 'walk' && settings.stepFreeKmh > 0) {
    if ((flags & (ALONG_EDGE.steps | ALONG_EDGE.notStepFree)) !== 0) return 0;
    return Math.min(speeds.walk, settings.stepFreeKmh);
  }
  if (mode !== 'drive') return speeds[mode];
  if (limit > 0) return Math.min(speeds.drive, limit * settings.limitFactor);
  if ((flags & ALONG_EDGE.builtUp) !== 0) return Math.min(speeds.drive, settings.builtUpKmh * settings.limitFactor);
  return speeds.drive;
}

/**
 * Tenths of a second along a whole edge, rounded once, here; -1 where the mode cannot use it.
 *
 * One tenth is 1.3 m of a 30 mph street, so the error of a journey stays far below the second that is shown.
 */
export function decisecondsAlong(
  network: StreetNetwork,
  edge: number,
  back: number,
  mode: StreetMode,
  settings: SpeedSettings,
): number {
  const kmh = kmhAlong(network, edge, back, mode, settings);
  if (!(kmh > 0)) return -1;
  return Math.round((network.edgeDecimetres[edge]! * 3.6) / kmh);
}

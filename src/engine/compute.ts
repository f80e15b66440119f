import type {SpeedSettings} from '../core/graph/speeds.ts';
import type {Progress} from '../core/job.ts';
import type {SearchProgress} from '../core/search/answer.ts';
import type {Asked, Explained} from '../core/search/explained.ts';
import type {SiteProblem} from '../core/search/problem.ts';
import type {StreetsPart} from '../domain/evidence.ts';
import type {Mode} from '../domain/mode.ts';

/** Travel times wanted from the same areas to several places, by one mode over one edition of streets. */
export interface TimesRequest {
  /** What names the graph: streets, mode and speeds, whatever the time of day. The threads keep the graph of the last few keys. */
  graphKey: string;
  /** The street network, read only when a thread does not have the graph yet. */
  streets: () => StreetsPart[];
  mode: Mode;
  speeds: SpeedSettings;
  /** How many times as long as in free flow the streets take. */
  timeFactor: number;
  areas: {lng: Float64Array; lat: Float64Array};
  places: {lng: Float64Array; lat: Float64Array};
  /** Of all requests together, where this is one of many over one graph: what it is worth to prepare for. */
  placesInAll: number;
  limitSeconds: number;
}

/** Times to one place from every area, in area order. */
export interface PlaceTimes {
  seconds: Uint16Array;
  metres: Uint32Array;
}

/** How areas and places join the streets: one `SNAP_CODE` each. */
export interface Snapped {
  areas: Uint8Array;
  places: Uint8Array;
}

/** Whoever computes: this thread, or the host's pool of threads over one shared graph. */
export interface Compute {
  times: (
    request: TimesRequest,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ) => Promise<{times: PlaceTimes[]; snapped: Snapped}>;
  /** A site search in a thread of its own; a host without threads leaves it out, and the engine searches itself. */
  search?: (
    problem: SiteProblem,
    asked: Asked,
    enough: () => boolean,
    onProgress: (progress: SearchProgress) => void,
  ) => Promise<Explained>;
  close: () => void;
}

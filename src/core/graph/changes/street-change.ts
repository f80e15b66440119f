/** What a planner changes in the streets of an option, in the words of the network. */
import type {HighwayClass} from '../highway-class.ts';
import type {StreetMode} from '../street-network.ts';

/** Longitudes and latitudes in degrees, one after the other along a street. */
export type Line = readonly (readonly [number, number])[];

/** The stretch of street meant: where it runs, and OpenStreetMap's ways that it is part of, so that it is found again. */
export interface Stretch {
  lines: readonly Line[];
  ways: readonly number[];
}

export type StreetChange =
  /** Nobody of these modes passes, either way. */
  | ({kind: 'closed'; modes: readonly StreetMode[]} & Stretch)
  /** Another speed limit, both ways. */
  | ({kind: 'speed'; kmh: number} & Stretch)
  /**
   * A new street, joined to the others at every point that lies on one. Open both ways, unless it is one way: then cars and
   * cycles pass it as its line runs, and people on foot both ways.
   */
  | {kind: 'added'; line: Line; class: HighwayClass; kmh: number; name: string; oneWay?: boolean};

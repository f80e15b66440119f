/** A file of streets, as bytes that can be read from the start more than once: its ways say which of its nodes matter. */
export interface OsmSource {
  /** For the sentences that refuse it. */
  name: string;
  /** Its size, for progress; 0 where nobody knows. */
  bytes: number;
  /** Each call starts again at the first byte. */
  open(): Iterable<Uint8Array>;
}

/** What a reader hands over for each object, in the order of the file. Tags are `undefined` where nobody asked for them. */
export interface OsmSink {
  /** Called for every node when `nodes` are wanted: hundreds of millions of times for a country. */
  node(id: number, lng: number, lat: number): void;
  /** Called after `node` for a node that has tags; `isPlace` says whether one of them is `PLACE_KEY`. */
  nodeTags(id: number, tags: () => Tags, isPlace: boolean): void;
  /** Called for ways that carry one of `WAY_KEYS`. `refs` is only valid during the call. */
  way(id: number, tags: Tags, refs: readonly number[]): void;
  /** Ways wanted whatever their tags, by number. Looking costs time, so only a pass that needs it has it. */
  wantsWay?(id: number): boolean;
  /** Called for relations of `RELATION_TYPES`. */
  relation(id: number, tags: Tags, members: readonly Member[]): void;
}

export type Tags = ReadonlyMap<string, string>;

export interface Member {
  kind: 'node' | 'way' | 'relation';
  id: number;
  role: string;
}

/** How many objects of each kind a file holds, whether or not they are streets. */
export interface OsmCounts {
  nodes: number;
  ways: number;
  relations: number;
}

/** Ways with one of these keys can be streets, or part of the landscape that a map is recognised by. */
export const WAY_KEYS: readonly string[] = ['highway', 'route', 'waterway', 'natural', 'railway', 'landuse', 'leisure'];

/** Relations of these types are read: turn restrictions, and outlines of water made of several ways. */
export const RELATION_TYPES: readonly string[] = ['restriction', 'multipolygon'];

/** Nodes with this key have a name to show. */
export const PLACE_KEY = 'place';

/** One file, read for several at once. */
export function together(...sinks: OsmSink[]): OsmSink {
  return {
    node(id, lng, lat) {
      for (const sink of sinks) sink.node(id, lng, lat);
    },
    nodeTags(id, tags, isPlace) {
      for (const sink of sinks) sink.nodeTags(id, tags, isPlace);
    },
    way(id, tags, refs) {
      for (const sink of sinks) sink.way(id, tags, refs);
    },
    relation(id, tags, members) {
      for (const sink of sinks) sink.relation(id, tags, members);
    },
  };
}

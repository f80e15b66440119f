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
  /** Called after `node` for a node that has tags. */
  nodeTags(id: number, tags: () => Tags): void;
  /** Called for ways that carry one of `WAY_KEYS`. `refs` is only valid during the call. */
  way(id: number, tags: Tags, refs: readonly number[]): void;
  /** Called for relations of `type=restriction`. */
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

/** Only ways with one of these keys can be streets. */
export const WAY_KEYS: readonly string[] = ['highway', 'route'];

/**
 * OpenStreetMap files read to a network of streets.
 *
 * Two passes over the file: the ways say which nodes matter, then those nodes are placed. Memory therefore grows with the
 * streets of the file and not with its houses and woods. A file that cannot be read, or holds no street, is refused in
 * one sentence and nothing is kept of it.
 */
import type {StreetNetwork} from '../graph/street-network.ts';
import type {Job} from '../job.ts';
import {buildNetwork} from './osm-build.ts';
import {StreetCollector} from './osm-collect.ts';
import {LandscapeCollector, type LandscapeFeature, onlyThese} from './osm-landscape.ts';
import {type OsmHeader, readPbf} from './osm-pbf.ts';
import type {Wanted} from './osm-pbf-block.ts';
import {type OsmCounts, type OsmSink, type OsmSource, together} from './osm-source.ts';
import {readXml} from './osm-xml.ts';
import {Unreadable} from './unreadable.ts';
import {plainName} from './wording.ts';

export interface StreetsTaken {
  ok: true;
  network: StreetNetwork;
  /** What a map is recognised by; nothing is computed from it. */
  landscape: LandscapeFeature[];
  report: StreetsReport;
}

/** What was read, what was taken and what was not, for the source's record. */
export interface StreetsReport {
  /** All objects in the file, streets or not. */
  found: OsmCounts;
  waysTaken: number;
  /** Ways with a `highway` or `route` tag that are no street here, by the reason, commonest first. */
  waysLeftOut: readonly Counted[];
  restrictionsTaken: number;
  restrictionsLeftOut: readonly Counted[];
  /** Points of streets that the file does not hold, as at the edge of an extract: the street is cut there. */
  missingPoints: number;
  vertices: number;
  edges: number;
  /** Seconds since 1970 up to which edits are in the file, where it says so. */
  editedUntil: number | undefined;
  /** What wrote the file, where it says so. */
  program: string;
}

export interface Counted {
  reason: string;
  count: number;
}

export interface StreetsRefused {
  ok: false;
  /** One sentence that names the file, what is wrong and what to do. */
  sentence: string;
}

export type StreetsRead = StreetsTaken | StreetsRefused;

export function* readOsm(source: OsmSource): Job<StreetsRead> {
  try {
    return yield* read(source);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {ok: false, sentence: `${plainName(source.name)} ${error.message}.`};
  }
}

function* read(source: OsmSource): Job<StreetsTaken> {
  const streets = new StreetCollector();
  const landscape = new LandscapeCollector();
  const both = together(streets, landscape);
  const uncounted = () => ({nodes: 0, ways: 0, relations: 0});
  const found: OsmCounts = {nodes: 0, ways: 0, relations: 0};
  const pass = yield* passesOver(source);
  const header = yield* pass('ways', both, found);
  if (streets.waysTaken === 0) {
    const why =
      found.ways === 0 ? 'holds no ways' : 'holds no street that a car, a cycle or a person on foot could use';
    throw new Unreadable(`${why}: choose an extract with “highway” ways in it`);
  }
  const missing = landscape.missing();
  if (missing.ids.size > 0) yield* pass('ways', onlyThese(missing), uncounted());
  streets.wantNodes();
  landscape.wantNodes();
  yield* pass('nodes', both, uncounted());
  const network = yield* buildNetwork(streets);
  if (network.edgeFrom.length === 0)
    throw new Unreadable('holds streets but none of the points they pass through: choose an extract with its nodes');
  return {
    ok: true,
    network,
    landscape: landscape.features(),
    report: {
      found,
      waysTaken: streets.waysTaken,
      waysLeftOut: streets.waysLeftOut.commonestFirst(),
      restrictionsTaken: network.turnKind.length,
      restrictionsLeftOut: streets.turnsLeftOut.commonestFirst(),
      missingPoints: streets.missingPoints,
      vertices: network.vertexLng.length,
      edges: network.edgeFrom.length,
      editedUntil: header?.editedUntil,
      program: header?.program ?? '',
    },
  };
}

type Pass = (wanted: Wanted, sink: OsmSink, counts: OsmCounts) => Job<OsmHeader | undefined>;

/** PBF or XML, by the first bytes. */
function* passesOver(source: OsmSource): Job<Pass> {
  const head = firstBytes(source);
  if (head.length === 0) throw new Unreadable('is empty: download it again');
  if (head[0] === 0x1f && head[1] === 0x8b) throw new Unreadable('is compressed with gzip: unpack it first');
  if (isXml(head)) {
    return function* (wanted, sink, counts) {
      yield* readXml(source, wanted, sink, counts);
      return undefined;
    };
  }
  const blocks = {hasNodes: []};
  return (wanted, sink, counts) => readPbf(source, wanted, sink, counts, blocks);
}

function firstBytes(source: OsmSource): Uint8Array {
  for (const chunk of source.open()) if (chunk.length > 0) return chunk.slice(0, 64);
  return new Uint8Array(0);
}

function isXml(head: Uint8Array): boolean {
  return new TextDecoder()
    .decode(head)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<');
}

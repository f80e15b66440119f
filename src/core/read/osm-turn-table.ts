/** All turn restrictions of a file as the arrays a network keeps, those that mean nothing here counted. */
import {sharedUint8, sharedUint32} from '../graph/shared-arrays.ts';
import type {Pieces} from './osm-build.ts';
import type {StreetCollector} from './osm-collect.ts';
import {turnPaths} from './osm-turn-paths.ts';

export function resolveTurns(
  streets: StreetCollector,
  pieces: Pieces,
  edges: {edgeFrom: Uint32Array; edgeTo: Uint32Array; edgeUse: Uint16Array},
) {
  const wayPlace = new Map<number, number>();
  const named = new Set(streets.turns.flatMap((turn) => [...turn.from, ...turn.viaWays, ...turn.to]));
  const ids = streets.wayIds.view();
  for (let way = 0; way < ids.length; way++) if (named.has(ids[way]!)) wayPlace.set(ids[way]!, way);
  const edgesOf = (id: number) => {
    const way = wayPlace.get(id);
    return way === undefined ? undefined : {first: pieces.edgeFirstOfWay[way]!, end: pieces.edgeFirstOfWay[way + 1]!};
  };
  const ends = {from: edges.edgeFrom, to: edges.edgeTo, use: edges.edgeUse};
  const found: {kind: number; modes: number; path: number[]}[] = [];
  for (const turn of streets.turns) {
    const paths = turnPaths(turn, ends, edgesOf, (node) => pieces.vertexOfNode(node));
    if (typeof paths === 'string') streets.turnsLeftOut.add(paths);
    else for (const path of paths) found.push({kind: turn.kind, modes: turn.modes, path});
  }
  const turnKind = sharedUint8(found.length);
  const turnModes = sharedUint8(found.length);
  const turnFirst = sharedUint32(found.length + 1);
  const turnEdges = sharedUint32(found.reduce((sum, {path}) => sum + path.length, 0));
  for (let r = 0, at = 0; r < found.length; r++) {
    const {kind, modes, path} = found[r]!;
    turnKind[r] = kind;
    turnModes[r] = modes;
    turnFirst[r] = at;
    turnEdges.set(path, at);
    at += path.length;
    turnFirst[r + 1] = at;
  }
  return {turnKind, turnModes, turnFirst, turnEdges};
}

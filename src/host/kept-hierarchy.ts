import {type Hierarchy, prepareHierarchy} from '../core/graph/hierarchy/hierarchy.ts';
import {packHierarchy, unpackHierarchy} from '../core/graph/hierarchy/pack-hierarchy.ts';
import type {ModeGraph} from '../core/graph/mode-graph.ts';
import {drain, type Progress} from '../core/job.ts';
import type {StreetsPart} from '../domain/evidence.ts';
import {keepPreparation, keptPreparation} from './kept-preparations.ts';

/** Where a hierarchy may be kept, and under which name. */
export interface Keeping {
  folder: string;
  graphKey: string;
}

/** What was prepared for this graph by whichever Closer of this computer, or nothing. */
export function keptHierarchy(graph: ModeGraph, {folder, graphKey}: Keeping): Hierarchy | null {
  const parts = quietly(() => keptPreparation(folder, keyOf(graphKey)));
  const hierarchy = parts && sound(parts);
  return hierarchy?.nodes === graph.coreNodes ? hierarchy : null;
}

/** Prepares a hierarchy, after the order of one of the same nodes if there is one, and keeps it for the next time. */
export function preparedHierarchy(
  graph: ModeGraph,
  like: Hierarchy | null,
  keeping: Keeping | null,
  onProgress: (progress: Progress) => void,
): Hierarchy {
  const hierarchy = drain(prepareHierarchy(graph.core, like ?? undefined), onProgress);
  if (keeping) quietly(() => keepPreparation(keeping.folder, keyOf(keeping.graphKey), packHierarchy(hierarchy)));
  return hierarchy;
}

function keyOf(graphKey: string): string {
  return `hierarchy ${graphKey}`;
}

/** Written by a version of Closer with another form of hierarchy, it is as good as none. */
function sound(parts: readonly StreetsPart[]): Hierarchy | null {
  try {
    return unpackHierarchy(parts);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A folder that is full, read-only or not there costs the time of preparing again, and nothing else. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

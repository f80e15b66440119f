import type {EvidenceKind} from '../domain/source.ts';
import {readSources} from '../store/evidence.ts';
import type {Workspace} from './workspace.ts';

/** A source as an answer names it. */
export interface SourceUsed {
  kind: string;
  title: string;
  publisher: string;
  edition: string;
  date: string;
  licence: string;
  attribution: string;
  fileName: string;
}

/** What a table of areas, or of sites, is made of; what else there is was not used for it. */
export const AREAS_FROM: readonly EvidenceKind[] = ['boundaries', 'centroids', 'residents', 'deprivation', 'lookup'];
export const SITES_FROM: readonly EvidenceKind[] = ['sites', 'postcodes'];

/** The editions in force, which every answer rests on; or those of some kinds. */
export function sourcesUsed(workspace: Workspace, kinds: readonly EvidenceKind[] | null = null): SourceUsed[] {
  return readSources(workspace.file.db)
    .filter((source) => !source.replacedBy && (kinds === null || kinds.includes(source.kind)))
    .map(({kind, title, publisher, edition, date, licence, attribution, fileName}) => ({
      kind,
      title,
      publisher,
      edition,
      date,
      licence,
      attribution,
      fileName,
    }));
}

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

/** The editions in force, which every answer rests on. */
export function sourcesUsed(workspace: Workspace): SourceUsed[] {
  return readSources(workspace.file.db)
    .filter((source) => !source.replacedBy)
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

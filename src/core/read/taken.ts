import {isInvented, nationsOf, SMALL_AREAS, type Vintage} from './area-codes.ts';
import type {AreaRows} from './area-rows.ts';
import type {Row} from './csv.ts';
import type {Layout} from './layout.ts';
import type {Match} from './match.ts';
import type {NationalGrid} from './national-grid.ts';
import type {Taken} from './reading.ts';
import {counted} from './wording.ts';

/** An invented place must not be shown as a figure of the office whose layout it borrows. */
const INVENTED = 'Invented for Closer: no real place';

/** What a file was, before any row of it was taken: carried along to the reading. */
export interface Surroundings {
  name: string;
  form: string;
  noun: 'row' | 'feature';
  preview: Row[];
  /** The name of the sheet and the lines above the headings. */
  titles: string;
  grid: NationalGrid;
}

/** The part of a reading that every kind shares. */
export function takenFrom(match: Match, around: Surroundings, rows: AreaRows): Taken {
  const vintage = wholeEdition(rows.codes) ?? rows.vintage;
  const invented = rows.codes.every(isInvented);
  const base = described(match, around, vintage);
  if (invented)
    base.source = {
      ...base.source,
      publisher: INVENTED,
      licence: 'Closer’s own',
      attribution: INVENTED,
      edition: 'Sample',
      date: null,
    };
  return {
    ...base,
    rowsRead: rows.rowsRead,
    rowsTaken: rows.codes.length,
    rowsRefused: 0,
    refusals: [],
    notes: [...(invented ? [] : (match.layout.notes ?? [])), ...rows.notes, ...nationNotes(rows.codes)],
    rows: rows.rows,
  };
}

export function described(
  {layout, found, headings}: Match,
  around: Surroundings,
  vintage: Vintage | null,
): Pick<Taken, 'layout' | 'sure' | 'source' | 'form' | 'columns' | 'headings' | 'preview'> {
  return {
    layout: layout.id,
    sure: layout.sure,
    source: {
      publisher: layout.publisher.name,
      title: layout.title,
      edition: editionOf(layout, around.titles),
      date: layout.date,
      licence: layout.publisher.licence,
      attribution: layout.publisher.attribution(layout.year),
      areaVintage: vintage,
    },
    form: around.form,
    columns: found.map(({heading, column}) => ({heading: heading.text, role: column.role})),
    headings: headings.map(({text}) => text),
    preview: around.preview.slice(0, 20).map(({cells}) => cells),
  };
}

/** A file with exactly as many areas as a whole nation had in one edition is that edition. */
function wholeEdition(codes: readonly string[]): Vintage | null {
  const {england, wales} = nationsOf(codes);
  const nation = wales === 0 ? 'England' : england === 0 ? 'Wales' : 'England and Wales';
  return SMALL_AREAS.find((edition) => edition.nation === nation && edition.count === codes.length)?.vintage ?? null;
}

function nationNotes(codes: readonly string[]): string[] {
  const {england, wales} = nationsOf(codes);
  return england > 0 && wales > 0
    ? [`${counted(england, 'area')} ${england === 1 ? 'is' : 'are'} in England and ${counted(wales, 'area')} in Wales.`]
    : [];
}

function editionOf({edition, editionIn}: Layout, titles: string): string {
  return editionIn?.exec(titles)?.[0].replace(/\s+/g, ' ').trim() ?? edition;
}

import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import {sayingWhy} from '../store/file-problem.ts';
import {writeWhole} from '../store/write-whole.ts';
import {answer} from './answer.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import type {Table} from './export-rows.ts';
import {answerTable, areasTable, sitesTable} from './export-rows.ts';
import {maybe, number, oneOf, text} from './fields.ts';
import type {JobBody} from './kinds.ts';
import {job} from './kinds.ts';
import type {Asked} from './question.ts';
import {optionNamed} from './question.ts';
import {areaColumns} from './score.ts';
import {sourcesUsed} from './sources.ts';
import {standings} from './standings.ts';

/** A cell as CSV. One that a spreadsheet would run as a formula gets a leading apostrophe. */
export function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Table, then a blank line and the attribution of exactly the sources used. */
export function csvOf(table: Table, attributions: readonly string[]): string {
  const lines = [table.headings, ...table.rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${[...lines, '', ...attributions.map((line) => cell(line))].join('\r\n')}\r\n`;
}

function geojsonOf(table: Table, attributions: readonly string[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    attribution: attributions,
    features: table.rows.map((row, index) => ({
      type: 'Feature',
      properties: Object.fromEntries(table.headings.map((heading, column) => [heading, row[column]])),
      geometry: table.at[index] ? {type: 'Point', coordinates: table.at[index]} : null,
    })),
  });
}

type Wanted = Asked | null;

function tableOf(
  context: Context,
  what: 'areas' | 'sites' | 'answer',
  option: string | undefined,
  asked: Wanted,
): Table {
  const workspace = opened(context);
  switch (what) {
    case 'areas':
      return areasTable(workspace.people());
    case 'sites':
      return sitesTable(workspace.plan, optionNamed(workspace.plan, option ?? AS_NOW).id);
    case 'answer': {
      if (!asked)
        throw new PlanError(
          'invalid',
          'To export an answer, say for which service, by which mode and within how many minutes.',
          'service',
        );
      const standing = standings(context, asked);
      if ('state' in standing)
        throw new PlanError(
          'invalid',
          'There is no answer to export yet: import what is missing and measure travel times first.',
        );
      return answerTable(areaColumns(standing), workspace.people(), answer(context, standing));
    }
  }
}

export const exporting = {
  'export.write': job(
    {
      what: oneOf('areas', 'sites', 'answer'),
      to: text(200),
      service: maybe(text(80)),
      option: maybe(text(80)),
      against: maybe(text(80)),
      mode: maybe(oneOf('drive', 'walk', 'cycle')),
      within: maybe(number(1, 600)),
      weight: maybe(number(0, 1)),
    },
    function* (context, {what, to, service, option, against, mode, within, weight}): JobBody<{rows: number}> {
      const path = context.granted(to);
      const kind = /\.(csv|geojson)$/i.exec(path)?.[1]?.toLowerCase();
      if (!kind) throw new PlanError('invalid', 'Choose a file name that ends in .csv or .geojson.', 'to');
      yield {done: 0, of: 1, doing: 'Writing the file'};
      const asked = service && mode && within ? {service, option, against, mode, within, weight} : null;
      const table = tableOf(context, what, option, asked);
      const lines = sourcesUsed(opened(context)).map(
        (source) => source.attribution || `${source.publisher}: ${source.title}`,
      );
      const content = kind === 'csv' ? csvOf(table, lines) : geojsonOf(table, lines);
      sayingWhy(path, 'save', () => writeWhole(path, content));
      return {rows: table.rows.length};
    },
  ),
};

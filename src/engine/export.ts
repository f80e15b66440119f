import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import type {EvidenceKind} from '../domain/source.ts';
import {sayingWhy} from '../store/file-problem.ts';
import {replaceText} from '../store/replace-file.ts';
import {answer} from './answer.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import type {Losers, Table} from './export-rows.ts';
import {answerTable, areasTable, losersTable, sitesTable} from './export-rows.ts';
import {timesTable} from './export-times.ts';
import {maybe, number, oneOf, text} from './fields.ts';
import type {JobBody} from './kinds.ts';
import {job} from './kinds.ts';
import type {Asked} from './question.ts';
import {optionNamed, timesField} from './question.ts';
import {areaColumns} from './score.ts';
import {AREAS_FROM, SITES_FROM, sourcesUsed} from './sources.ts';
import {standings} from './standings.ts';
import type {TimesFrom} from './times-used.ts';
import type {TravelIn} from './travel-asked.ts';
import {travelFields, travelIn} from './travel-asked.ts';

/** A cell as CSV. One that a spreadsheet would run as a formula gets a leading apostrophe. */
export function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Table, the losers of a comparison, and the attribution of exactly the sources used, with a blank line between. */
export function csvOf(table: Table, attributions: readonly string[], losers: Losers = null): string {
  const row = (cells: readonly (string | number | null)[]) => cells.map(cell).join(',');
  const lines = [table.headings, ...table.rows].map(row);
  if (losers) lines.push('', cell(losers.title), ...[losers.table.headings, ...losers.table.rows].map(row));
  return `\uFEFF${[...lines, '', ...attributions.map((line) => cell(line))].join('\r\n')}\r\n`;
}

export function geojsonOf(table: Table, attributions: readonly string[], losers: Losers = null): string {
  const propertiesOf = ({headings}: Pick<Table, 'headings'>, row: Table['rows'][number]) =>
    Object.fromEntries(headings.map((heading, column) => [heading, row[column]]));
  return JSON.stringify({
    type: 'FeatureCollection',
    attribution: attributions,
    ...(losers && {losersOf: losers.title, losers: losers.table.rows.map((row) => propertiesOf(losers.table, row))}),
    features: table.rows.map((row, index) => ({
      type: 'Feature',
      properties: propertiesOf(table, row),
      geometry: table.at[index] ? {type: 'Point', coordinates: table.at[index]} : null,
    })),
  });
}

/** Writes a table to the file that was picked, as its name says. */
export function writeTable(
  context: Context,
  to: string,
  table: Table,
  losers: Losers,
  madeOf: readonly EvidenceKind[] | null = null,
): {rows: number} {
  const path = context.granted(to);
  const kind = /\.(csv|geojson)$/i.exec(path)?.[1]?.toLowerCase();
  if (!kind) throw new PlanError('invalid', 'Choose a file name that ends in .csv or .geojson.', 'to');
  const lines = new Set(
    sourcesUsed(opened(context), madeOf).map((source) => source.attribution || `${source.publisher}: ${source.title}`),
  );
  const content = kind === 'csv' ? csvOf(table, [...lines], losers) : geojsonOf(table, [...lines], losers);
  sayingWhy(path, 'save', () => replaceText(path, content));
  return {rows: table.rows.length};
}

type Wanted = Asked | null;

function tableOf(
  context: Context,
  what: 'areas' | 'sites' | 'answer' | 'travel-times',
  option: string | undefined,
  asked: Wanted,
  said: {travel: TravelIn | null; times: TimesFrom | undefined; form: 'wide' | 'long' | undefined},
): {table: Table; losers: Losers} {
  const workspace = opened(context);
  switch (what) {
    case 'areas':
      return {table: areasTable(workspace.people()), losers: null};
    case 'sites':
      return {table: sitesTable(workspace.plan, optionNamed(workspace.plan, option ?? AS_NOW).id), losers: null};
    case 'travel-times':
      return {table: timesTable(workspace, said.travel, said.times, said.form), losers: null};
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
      const of = answer(context, standing);
      const {optionName, againstName} = of.question;
      return {
        table: answerTable(areaColumns(standing), workspace.people(), of),
        losers: of.against && losersTable(optionName, againstName, of.against.losers),
      };
    }
  }
}

export const exporting = {
  'export.write': job(
    {
      what: oneOf('areas', 'sites', 'answer', 'travel-times'),
      to: text(200),
      service: maybe(text(80)),
      option: maybe(text(80)),
      against: maybe(text(80)),
      ...travelFields,
      mode: maybe(travelFields.mode),
      within: maybe(number(1, 600)),
      weight: maybe(number(0, 1)),
      times: maybe(timesField),
      /** Of travel times: a column a site, or a row a pair. */
      form: maybe(oneOf('wide', 'long')),
    },
    function* (
      context,
      {what, to, service, option, against, mode, time, stepFree, within, weight, times, form},
    ): JobBody<{rows: number}> {
      const path = context.granted(to);
      if (!/\.(csv|geojson)$/i.test(path))
        throw new PlanError('invalid', 'Choose a file name that ends in .csv or .geojson.', 'to');
      yield {done: 0, of: 1, doing: 'Writing the file'};
      const asked =
        service && mode && within ? {service, option, against, mode, time, stepFree, within, weight, times} : null;
      const where = optionNamed(opened(context).plan, option ?? AS_NOW).id;
      const travel = mode ? travelIn({mode, time, stepFree}, where) : null;
      const {table, losers} = tableOf(context, what, option, asked, {travel, times, form});
      return writeTable(context, to, table, losers, {areas: AREAS_FROM, sites: SITES_FROM}[what as string] ?? null);
    },
  ),
};

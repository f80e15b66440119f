import {decile, rank, score} from '../cell-rules.ts';
import {DOMAINS} from '../deprivation-domains.ts';
import type {Column} from '../layout.ts';

/** The columns of the indices of deprivation, as the files of 2019 and 2025 and the tables made from them head them. */

const IMD = '(index of multiple deprivation|imd|wimd)';

export const imdDecile: Column = {
  role: 'decile',
  label: 'the decile (Index of Multiple Deprivation (IMD) Decile)',
  named: new RegExp(`^${IMD} ?decile?$`),
  rule: decile,
  must: true,
};

export const imdRank: Column = {
  role: 'rank',
  label: 'the rank (Index of Multiple Deprivation (IMD) Rank)',
  named: new RegExp(`^${IMD} ?rank$`),
  rule: rank,
  must: true,
};

export const imdScore: Column = {
  role: 'score',
  label: 'the score (Index of Multiple Deprivation (IMD) Score)',
  named: new RegExp(`^${IMD} ?score$`),
  rule: score,
  must: true,
};

/** Rank and decile of every domain, in any order; with `must`, of the seven that make up the index. */
export function domainColumns(
  measures: readonly ('decile' | 'rank' | 'score')[],
  required: readonly string[],
): Column[] {
  const rules = {decile, rank, score};
  return DOMAINS.flatMap(({key, title, stem}) =>
    measures.map(
      (measure): Column => ({
        role: `${key} ${measure}`,
        label: `the ${measure} of ${title}`,
        named: new RegExp(`^${stem} ${measure}( pct)?$`),
        rule: rules[measure],
        must: required.includes(key),
      }),
    ),
  );
}

export const SEVEN = ['income', 'employment', 'education', 'health', 'crime', 'housing and services', 'environment'];

/** A column that must be there to tell a layout from another, and of which nothing is taken but its figures. */
export function optional(column: Column): Column {
  return {...column, must: false};
}

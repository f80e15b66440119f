import {anything, type TextRule, words} from '../cell-rules.ts';
import type {Column, LeftOut} from '../layout.ts';
import {quoted} from '../wording.ts';

/**
 * The reports of the Organisation Data Service: no headings, every cell quoted, 27 columns (24 in old files), of which all
 * reports share the first fifteen. They differ only in what their codes look like, so the codes tell them apart.
 */
export const ODS_WIDTHS = [24, 27] as const;

export function looksLike(pattern: RegExp, what: string): TextRule {
  return {
    accepts: (cell) => pattern.test(cell),
    why: (cell) => (cell === '' ? `there is no ${what}` : `${quoted(cell)} is not ${what}`),
  };
}

const column = (role: Column['role'], label: string, rule: TextRule, must = false): Column => ({
  role,
  label,
  named: /^\b$/,
  rule,
  must,
});

/** Columns 1, 2, 5 to 9, 10, 11, 12, 13 and 15. */
export function odsColumns(code: TextRule): Column[] {
  return [
    column('site code', 'the organisation code', code, true),
    column('site name', 'the name', words, true),
    ...[1, 2, 3, 4, 5].map((line) => column('address', `address line ${line}`, anything)),
    column('postcode', 'the postcode', looksLike(/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, 'a postcode'), true),
    column('edition', 'the opening date', looksLike(/^(\d{8}|\d{4}-\d{2}-\d{2})$/, 'a date'), true),
    column('closed on', 'the closing date', anything),
    column('status', 'the status', looksLike(/^([ACDP]|ACTIVE|INACTIVE)$/i, 'a status')),
    column('parent', 'the parent organisation', anything),
  ];
}

export const ODS_AT = [1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15];

export const stillOpen: readonly LeftOut[] = [
  {role: 'status', unless: /^(A|ACTIVE|)$/i, say: 'closed, dormant or only proposed'},
  // Reports without a status give a closing date; where there is one, an active organisation may have a date to come.
  {role: 'closed on', unless: /^$/, where: {role: 'status', is: /^$/}, say: 'closed'},
];

export const setting: Column = column(
  'setting',
  'the prescribing setting',
  looksLike(/^(\d{1,2}|RO\d+([|]RO\d+)*)$/, 'a prescribing setting'),
  true,
);

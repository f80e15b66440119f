import type {Row} from './csv.ts';
import {cellOf, type Match, one} from './match.ts';
import {counted} from './wording.ts';

/** Rows that a layout leaves out on purpose (closed practices, ended postcodes), counted by reason for the notes. */
export interface LeftOutRows {
  leaves(row: Row): boolean;
  notes(): string[];
}

export function createLeftOut(match: Match): LeftOutRows {
  const rules = (match.layout.leave ?? []).flatMap(({role, unless, where, say}) => {
    const found = one(match, role);
    const asked = where ? {found: one(match, where.role), is: where.is} : null;
    return found ? [{found, unless, asked, say, count: 0}] : [];
  });
  return {
    leaves: (row) => {
      const rule = rules.find(
        ({found, unless, asked}) =>
          !unless.test(cellOf(found, row)) && (asked === null || asked.is.test(cellOf(asked.found, row))),
      );
      if (rule) rule.count++;
      return rule !== undefined;
    },
    notes: () =>
      rules
        .filter(({count}) => count > 0)
        .map(({count, say}) => `${counted(count, 'row')} ${count === 1 ? 'was' : 'were'} left out: ${say}.`),
  };
}

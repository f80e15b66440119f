import type {Row} from './csv.ts';
import {quoted} from './wording.ts';

/**
 * Keeps patients out. Closer plans with areas and never with people, so a table with a column of NHS numbers, or headed as
 * one about single patients, is refused whole before anything of it is kept.
 *
 * An NHS number has ten digits, the last a modulus-11 check of the other nine (NHS Data Dictionary). One ten-digit number in
 * eleven passes by chance; a column in which four fifths of all filled cells pass, and at least three do, does not.
 */
export interface PatientScreen {
  see(row: Row): void;
  /** The sentence that refuses the file, or null. */
  verdict(): string | null;
}

const HEADED =
  /^(nhs|patient)[ _-]?(no|num|number|id|identifier|name|forename|surname|dob|address|postcode|post code)\b|\bnhs[ _-]?(no|number)\b|^patient$|^(date of birth|dob|mrn|hospital number)$/i;

export function createPatientScreen(headings: readonly string[], name: string): PatientScreen {
  const headed = headings.find((text) => HEADED.test(text.trim()));
  const filled: number[] = [];
  const valid: number[] = [];
  return {
    see: ({cells}) => {
      for (let index = 0; index < cells.length; index++) {
        const cell = cells[index]!;
        if (cell === '') continue;
        filled[index] = (filled[index] ?? 0) + 1;
        if (cell.length >= 10 && cell.length <= 14 && isNhsNumber(cell)) valid[index] = (valid[index] ?? 0) + 1;
      }
    },
    verdict: () => {
      const numbers = valid.findIndex((count, index) => (count ?? 0) >= 3 && count * 5 >= filled[index]! * 4);
      const column = headed ?? (numbers >= 0 ? (headings[numbers] ?? `number ${numbers + 1}`) : null);
      if (column === null) return null;
      const what = headed ? 'is about single patients' : 'holds NHS numbers';
      return `${name} was not taken: its column ${quoted(column)} ${what}. Closer plans with areas and never keeps a person’s record; bring counts by area instead.`;
    },
  };
}

/** Ten digits, with spaces or hyphens after the third and sixth or not, that satisfy the modulus-11 check. */
export function isNhsNumber(text: string): boolean {
  if (!/^\s*\d{3}[ -]?\d{3}[ -]?\d{4}\s*$/.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

import {type AreaLevel, levelOf, vintageOf} from './area-codes.ts';
import {quoted} from './wording.ts';

/**
 * What a cell must hold. A number rule reads the cell to a number, NaN where it cannot; a text rule accepts it or not; and
 * both can say why not, in words that follow “row 12, column “total”: ”.
 */
export interface NumberRule {
  read(cell: string): number;
  why(cell: string): string;
  /** Whether a number can be meant under a heading, where a heading such as `X` is used for two things. */
  likely?(value: number, stem: string): boolean;
}

export interface TextRule {
  accepts(cell: string): boolean;
  why(cell: string): string;
}

export type Rule = NumberRule | TextRule;

export function isNumberRule(rule: Rule): rule is NumberRule {
  return 'read' in rule;
}

/** A number as publishers write it: spaces around it, commas between thousands, `1.9E-2`. Anything else is NaN. */
export function number(cell: string): number {
  const text = cell.trim();
  if (text === '') return Number.NaN;
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,2})?$/i.test(text)) return Number(text);
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  return Number.NaN;
}

function whyNotNumber(cell: string): string {
  if (cell.trim() === '') return 'there is nothing where a number belongs';
  if (/^[-–—.*:cxz]{1,2}$|^(n\/?a|nan|null|not applicable|suppressed)$/i.test(cell.trim()))
    return `${quoted(cell)} stands where a number belongs (a figure withheld or not collected)`;
  return `${quoted(cell)} is not a number`;
}

/** People, households, buildings: whole (`12.0` too) and not negative. */
export const count: NumberRule = {
  read: (cell) => {
    const value = number(cell);
    return Number.isInteger(value) && value >= 0 && value <= 1e9 ? value : Number.NaN;
  },
  why: (cell) => {
    const value = number(cell);
    if (Number.isNaN(value)) return whyNotNumber(cell);
    if (value < 0) return `${quoted(cell)} is negative, which a count cannot be`;
    return Number.isInteger(value)
      ? `${quoted(cell)} is too large for a count`
      : `${quoted(cell)} is not a whole number`;
  },
};

/** Any amount that is not negative, whole or not. */
export const amount: NumberRule = {
  read: (cell) => {
    const value = number(cell);
    return value >= 0 ? value : Number.NaN;
  },
  why: (cell) => (number(cell) < 0 ? `${quoted(cell)} is negative` : whyNotNumber(cell)),
};

export const score: NumberRule = {read: number, why: whyNotNumber};

export const decile: NumberRule = {
  read: (cell) => {
    const value = number(cell);
    return Number.isInteger(value) && value >= 1 && value <= 10 ? value : Number.NaN;
  },
  why: (cell) => (Number.isNaN(number(cell)) ? whyNotNumber(cell) : `${quoted(cell)} is not a decile from 1 to 10`),
};

export const rank: NumberRule = {
  read: (cell) => {
    const value = number(cell);
    return Number.isInteger(value) && value >= 1 && value <= 50_000 ? value : Number.NaN;
  },
  why: (cell) => (Number.isNaN(number(cell)) ? whyNotNumber(cell) : `${quoted(cell)} is not a rank from 1 on`),
};

/** The code of an area of one level; for small areas, of a number that some edition has used. */
export function areaOf(level: AreaLevel): TextRule {
  return {
    accepts: (cell) => levelOf(cell) === level && vintageOf(cell) !== 'none',
    why: (cell) => whyNotArea(cell, level),
  };
}

/** A small-area code: E01 or W01 and six figures. */
export const smallArea: TextRule = areaOf('small area');

function whyNotArea(cell: string, wanted: AreaLevel): string {
  if (cell === '') return 'there is no area code';
  const level = levelOf(cell);
  if (level === null)
    return /^[A-Z]\d{5,10}$/.test(cell)
      ? `${quoted(cell)} is no area code: it has ${cell.length} characters and a code has nine`
      : `${quoted(cell)} is no area code, such as E01000001`;
  if (/^[SN]/.test(cell)) return `${quoted(cell)} is outside England and Wales`;
  if (level !== wanted) return `${quoted(cell)} is the code of ${article(level)} and not of ${article(wanted)}`;
  return `${quoted(cell)} is not the code of any small area of 2011 or 2021`;
}

function article(level: AreaLevel): string {
  return `${/^[aeiou]/i.test(level) ? 'an' : 'a'} ${level}${level === 'small area' ? ' (LSOA)' : ''}`;
}

/** A name or address: something, and no letters that a screen cannot show. */
export const words: TextRule = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  accepts: (cell) => cell !== '' && !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(cell),
  why: (cell) =>
    cell === '' ? 'there is nothing in it' : `${quoted(cell)} holds letters that were damaged on the way`,
};

export const anything: TextRule = {accepts: () => true, why: () => ''};

/** Degrees and metres are told apart by size where the heading is a bare X or Y; whether the place is possible is judged later. */
export const degrees: NumberRule = {
  read: number,
  why: whyNotNumber,
  likely: (value, stem) => !/^[xy]$/.test(stem) || Math.abs(value) <= 180,
};
export const metres: NumberRule = {
  read: number,
  why: whyNotNumber,
  likely: (value, stem) => !/^[xy]$/.test(stem) || Math.abs(value) > 180,
};

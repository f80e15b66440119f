/**
 * The ages that a heading names: `Aged 16 to 24 years`, `0_4`, `85_plus`, `65+`, `F16 to 29`, `Age: Age under 1`, `90`.
 * Null where it names none. A single number counts only up to 120, so that a year is not taken for an age.
 */
export interface Ages {
  from: number;
  /** The last year of age; null for “and over”. */
  to: number | null;
  /** Where a file counts the sexes apart, they are added together. */
  sex: 'female' | 'male' | null;
}

export function agesOf(stem: string): Ages | null {
  let text = stem
    .replace(/[;:,]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\bmeasures? value\b/, '')
    .trim();
  const sexed = /^(f|females?|m|males?)(?=[ \d])\s*/.exec(text);
  if (sexed) text = text.slice(sexed[0].length);
  const sex = sexed ? (sexed[1]!.startsWith('f') ? 'female' : 'male') : null;
  text = text
    .replace(/\b(aged?|ages|residents|people|persons|population)\b/g, ' ')
    .replace(/\byears?( olds?)?\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const span = (from: number, to: number | null): Ages | null =>
    from > 120 || (to ?? 0) > 120 || (to !== null && to < from) ? null : {from, to, sex};
  const range = /^(\d{1,3}) ?(?:to|[-–—_]| ) ?(\d{1,3})$/.exec(text);
  if (range) return span(Number(range[1]), Number(range[2]));
  const upTo = /^(\d{1,3}) (?:and|or) (?:under|younger)$/.exec(text);
  if (upTo) return span(0, Number(upTo[1]));
  const under = /^under (\d{1,3})$/.exec(text);
  if (under) return span(0, Number(under[1]) - 1);
  const over = /^(\d{1,3}) ?(?:\+|plus|and over|and older|or over|or older)$/.exec(text);
  if (over) return span(Number(over[1]), null);
  const single = /^(\d{1,3})$/.exec(text);
  return single ? span(Number(single[1]), Number(single[1])) : null;
}

/** How a band is called on screen: “16 to 24”, “85 and over”, “4”. */
export function bandLabel({from, to}: Pick<Ages, 'from' | 'to'>): string {
  if (to === null) return `${from} and over`;
  return from === to ? `${from}` : `${from} to ${to}`;
}

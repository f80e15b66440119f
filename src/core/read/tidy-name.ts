/** Words that are capitals in any hand. Words without a vowel (NHS, RMH, PCN) are recognised by that. */
const CAPITALS = new Set([
  'GP',
  'UK',
  'A&E',
  'ICB',
  'ICC',
  'UTC',
  'CDC',
  'CIC',
  'USA',
  'RAF',
  'II',
  'III',
  'IV',
  'E',
  'N',
  'S',
  'W',
  'NE',
  'NW',
  'SE',
  'SW',
]);
const SMALL = new Set(['and', 'of', 'the', 'at', 'in', 'on', 'by', 'for', 'to', 'with', 'upon', 'under', 'le', 'de']);

/**
 * A name written all in capitals, as NHS lists write them, set as a planner would: "THE UPPINGHAM SURGERY" becomes "The
 * Uppingham Surgery", "RMH DAY HOSPITAL" "RMH Day Hospital". A name with any small letter stands as it is.
 */
export function tidyName(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{2}/u.test(name)) return name;
  let first = true;
  return name.replace(/[\p{Lu}\d][\p{Lu}\d&'’]*/gu, (word) => {
    const begins = first;
    first = false;
    if (CAPITALS.has(word) || /\d/.test(word) || !/[AEIOUY]/.test(word.replace(/'S$/, ''))) return abbreviation(word);
    const small = word.toLowerCase();
    if (SMALL.has(small) && !begins) return small;
    return capitalised(small);
  });
}

/** "ST", "DR" and the like are words, whatever they lack. */
function abbreviation(word: string): string {
  return /^(ST|DR|DRS|MR|MRS|MS|RD|LTD|PTNRS|CTR|SGY)$/.test(word) ? capitalised(word.toLowerCase()) : word;
}

function capitalised(small: string): string {
  const whole = small.charAt(0).toUpperCase() + small.slice(1);
  // O'Brien and D'Arcy, but not Jude's; McKay, but not Machin.
  return whole
    .replace(/^([OD]['’])(\p{Ll})/u, (_, start: string, letter: string) => start + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

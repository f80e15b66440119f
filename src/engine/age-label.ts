/** An age band in words: "Under 16", "16 to 24", "65 and over". */
export function ageLabel({fromAge, toAge}: {fromAge: number; toAge: number}): string {
  if (toAge >= 120) return fromAge === 0 ? 'All ages' : `${fromAge} and over`;
  return fromAge === 0 ? `Under ${toAge + 1}` : `${fromAge} to ${toAge}`;
}

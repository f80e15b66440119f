import type {DeprivationReading, Refusal, ResidentsReading} from '../read/reading.ts';
import {agreedIn, countsIn, type Joined, join, ratesIn} from './rebased.ts';
import {type Became, becameOf, type Shares} from './shares.ts';

/** Residents of one edition of small areas as residents of another: each age band shared out and added up. */
export function rebaseResidents(reading: ResidentsReading, shares: Shares, to: string): ResidentsReading {
  const joined = join(reading.codes, shares);
  const total = countsIn(joined, reading.total);
  const before = sum(reading.total);
  const lost = reading.total.reduce((held, people, row) => held + people * joined.without[row]!, 0);
  const notes = [
    ...reading.notes,
    whatBecame(reading.codes, shares, to),
    sharing(reading.codes, shares),
    `Residents: ${whole(before)} before, ${whole(sum(total))} after${lost >= 0.5 ? `, and ${whole(lost)} in areas left out` : ''}.`,
  ];
  return {
    ...reading,
    ...rowsLeft(reading, joined),
    codes: joined.codes,
    names: joined.parts.map((of) => (of.length === 1 && of[0]!.share === 1 ? reading.names[of[0]!.row]! : '')),
    total,
    bands: reading.bands.map((band) => ({...band, residents: countsIn(joined, band.residents)})),
    notes: notes.filter((each) => each !== ''),
    rows: firstRows(reading.rows, joined),
  };
}

/**
 * Deprivation of one edition of small areas as deprivation of another. Scores are means by people; ranks never come along,
 * since they count among areas that are no more; a tenth is carried where all that a new area is made of stand in the same
 * one. Where they don't, the new area has no tenth: it is left out, and listed with what it is made of.
 */
export function rebaseDeprivation(
  reading: DeprivationReading,
  shares: Shares,
  people: ReadonlyMap<string, number>,
  to: string,
): DeprivationReading {
  const all = join(reading.codes, shares);
  const agreed = agreedIn(all, reading.decile);
  const changed: Refusal[] = [];
  const rowsOut = new Set<number>();
  agreed.forEach((decile, index) => {
    if (decile !== null) return;
    const parts = all.parts[index]!.map(({row}) => `${reading.codes[row]} (decile ${reading.decile[row]})`);
    const row = reading.rows[all.parts[index]![0]!.row]!;
    changed.push({
      row,
      column: 'decile',
      reason: `${all.codes[index]} is made of ${parts.join(' and ')}: its decile is not known`,
    });
    for (const part of all.parts[index]!) rowsOut.add(part.row);
  });
  const joined: Joined = {
    ...all,
    codes: all.codes.filter((_, index) => agreed[index] !== null),
    parts: all.parts.filter((_, index) => agreed[index] !== null),
  };
  const weights = Float64Array.from(reading.codes, (code) => people.get(code) ?? Number.NaN);
  const left = rowsLeft(reading, joined);
  const notes = [
    ...reading.notes,
    whatBecame(reading.codes, shares, to),
    `Deciles are carried where all parts of an area agree; scores are means ${reading.codes.some((code) => people.has(code)) ? 'by residents' : 'of the parts, for their residents did not come along'}; ranks were left out.`,
    changed.length > 0
      ? `${whole(changed.length)} areas are made of parts with different deciles: not known, and listed.`
      : '',
  ];
  return {
    ...reading,
    codes: joined.codes,
    decile: Uint8Array.from(agreed.filter((decile) => decile !== null)),
    rank: new Float64Array(joined.codes.length).fill(Number.NaN),
    score: ratesIn(joined, reading.score, weights),
    domains: reading.domains.map((domain) => ({
      ...domain,
      decile: domain.decile && Float64Array.from(agreedIn(joined, domain.decile), (each) => each ?? Number.NaN),
      rank: null,
      score: domain.score && ratesIn(joined, domain.score, weights),
    })),
    rowsTaken: left.rowsTaken - rowsOut.size,
    rowsRefused: left.rowsRefused + rowsOut.size,
    refusals: [...left.refusals, ...changed],
    notes: notes.filter((each) => each !== ''),
    rows: firstRows(reading.rows, joined),
  };
}

type Counted = Pick<ResidentsReading, 'codes' | 'rows' | 'rowsTaken' | 'rowsRefused' | 'refusals'>;

/** Rows that go nowhere: their area is not in the lookup, or is a part of one whose other parts are not in the file. */
function rowsLeft(reading: Counted, {unknown, without}: Joined): Omit<Counted, 'codes' | 'rows'> {
  const strange = new Set(unknown);
  const out = [...without.keys()].filter((row) => without[row]! > 1 - 1e-9);
  const refusals = out.slice(0, 1000).map((row) => ({
    row: reading.rows[row]!,
    reason: strange.has(row)
      ? `(${reading.codes[row]}) is not in the lookup between the two editions`
      : `(${reading.codes[row]}) is a part of an area whose other parts are not in the file`,
  }));
  return {
    rowsTaken: reading.rowsTaken - out.length,
    rowsRefused: reading.rowsRefused + out.length,
    refusals: [...reading.refusals, ...refusals].slice(0, 1000),
  };
}

function firstRows(rows: Uint32Array, {parts}: Joined): Uint32Array {
  return Uint32Array.from(parts, (of) => rows[of[0]!.row]!);
}

function whatBecame(codes: readonly string[], shares: Shares, to: string): string {
  const count: Record<Became, number> = {unchanged: 0, split: 0, merged: 0, irregular: 0};
  for (const code of codes) {
    const became = becameOf(shares, code);
    if (became) count[became]++;
  }
  const parts = (Object.keys(count) as Became[]).filter((key) => count[key] > 0);
  return `Rebased to ${to} through the lookup; of the areas in the file ${parts.map((key) => `${whole(count[key])} ${key}`).join(', ')}.`;
}

function sharing(codes: readonly string[], shares: Shares): string {
  const byPeople = codes.filter((code) => shares.byPeople.has(code)).length;
  const evenly = codes.filter((code) => shares.evenly.has(code)).length;
  if (byPeople + evenly === 0) return '';
  if (evenly === 0) return 'What was split is shared out by the residents of the new areas.';
  return byPeople === 0
    ? 'What was split is shared out evenly, for the residents of the new areas are not known.'
    : `What was split is shared out by the residents of the new areas where these are known, and evenly for ${whole(evenly)} where not.`;
}

function sum(values: Float64Array): number {
  return values.reduce((held, each) => held + each, 0);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

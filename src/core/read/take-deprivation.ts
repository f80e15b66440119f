import type {Job} from '../job.ts';
import {type AreaRows, areaRows, type Feature} from './area-rows.ts';
import {DOMAINS} from './deprivation-domains.ts';
import type {DeprivationLayout, Role} from './layout.ts';
import {type Match, one} from './match.ts';
import type {DeprivationReading, Domain, Refused} from './reading.ts';
import {createRefusals, refused, refusedForRows} from './refusals.ts';
import {type Surroundings, takenFrom} from './taken.ts';
import {thousands} from './wording.ts';

/**
 * Deprivation: the decile of each area, 1 the most deprived, with rank, score and domains where the file has them. A rank
 * beyond the number of areas ranked shows another edition; deciles that fall as ranks rise show a table turned round.
 */
export function* takeDeprivation(
  match: Match,
  layout: DeprivationLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<DeprivationReading | Refused> {
  const rows = yield* areaRows(match, records, around.noun, around.name, null);
  if ('kind' in rows) return rows;
  const column = (role: Role) => numbersOf(rows, match, role);
  const decile = column('decile')!;
  const rank = column('rank') ?? new Float64Array(decile.length).fill(Number.NaN);
  const fault =
    wrongNation(rows, layout, around) ??
    wrongEdition(rank, rows, layout, around) ??
    turnedRound(decile, rank, layout, around);
  if (fault) return fault;
  const domains: Domain[] = [];
  for (const {key, title} of DOMAINS) {
    const domain = {
      key,
      title,
      decile: column(`${key} decile`),
      rank: column(`${key} rank`),
      score: column(`${key} score`),
    };
    if (domain.decile || domain.rank || domain.score) domains.push(domain);
  }
  return {
    ...takenFrom(match, around, rows),
    kind: 'deprivation',
    codes: rows.codes,
    nation: layout.nation,
    decile: Uint8Array.from(decile),
    rank,
    score: column('score') ?? new Float64Array(decile.length).fill(Number.NaN),
    domains,
  };
}

function numbersOf(rows: AreaRows, match: Match, role: Role): Float64Array | null {
  const found = one(match, role);
  return found ? rows.numbers.get(found)! : null;
}

function wrongNation(rows: AreaRows, layout: DeprivationLayout, around: Surroundings): Refused | null {
  const initial = layout.nation === 'England' ? 'E' : 'W';
  const faults = createRefusals();
  for (const [area, code] of rows.codes.entries())
    if (!code.startsWith(initial))
      faults.add(
        rows.rows[area]!,
        null,
        `(${code}) is not in ${layout.nation}; the indices of England and Wales rank different areas and cannot be mixed`,
      );
  return faults.count() > 0 ? refusedForRows(faults, around.noun, around.name, layout.id) : null;
}

function wrongEdition(
  rank: Float64Array,
  rows: AreaRows,
  layout: DeprivationLayout,
  around: Surroundings,
): Refused | null {
  const faults = createRefusals();
  for (const [area, value] of rank.entries())
    if (value > layout.ranked)
      faults.add(
        rows.rows[area]!,
        null,
        `(${rows.codes[area]}) has rank ${thousands(value)}, but ${layout.title} ranks ${thousands(layout.ranked)} areas; the ranks are of another edition`,
      );
  return faults.count() > 0 ? refusedForRows(faults, around.noun, around.name, layout.id) : null;
}

function turnedRound(
  decile: Float64Array,
  rank: Float64Array,
  layout: DeprivationLayout,
  around: Surroundings,
): Refused | null {
  let agree = 0;
  let differ = 0;
  for (let area = 0; area < rank.length; area++) {
    const expected = Math.ceil((rank[area]! * 10) / layout.ranked);
    if (Math.abs(expected - decile[area]!) <= 1) agree++;
    else if (Math.abs(11 - expected - decile[area]!) <= 1) differ++;
  }
  if (differ <= agree) return null;
  return refused(
    `${around.name} has its deciles the wrong way round: its lowest ranks stand in decile 10. Closer needs decile 1 as the most deprived tenth, as published; turn the column round or download the file again.`,
    layout.id,
  );
}

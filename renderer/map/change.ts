import type {Plan} from '../../src/domain/plan.ts';
import type {AskedQuestion, LedgerAnswer} from '../contract.ts';
import type {AreaColumns} from '../score.ts';
import type {ChangeOf} from './legend-classes.ts';

/**
 * What the map of change compares: the option with the other one where they differ, else the chosen candidate with
 * things as they are. Null where there is nothing to compare.
 */
export function changeBetween(
  plan: Plan,
  question: AskedQuestion | null,
  scores: AreaColumns | null,
  ledger: LedgerAnswer | null,
): {title: string; of: ChangeOf} | null {
  if (!question || !scores) return null;
  const {minutesAgainst} = scores;
  if (minutesAgainst) {
    const against = plan.option.get(question.against ?? '')?.name ?? 'as now';
    return {title: `against ${lower(against)}`, of: (area) => difference(scores.minutes[area], minutesAgainst[area])};
  }
  if (!ledger) return null;
  const saved = new Map(ledger.areas.map((each) => [each.code, difference(each.minutesOption, each.minutesBase)]));
  return {
    title: `if it opened at ${ledger.site.name}`,
    of: (area) => {
      const code = scores.code[area] ?? '';
      return saved.has(code) ? (saved.get(code) ?? null) : scores.minutes[area] == null ? null : 0;
    },
  };
}

function difference(after: number | null | undefined, before: number | null | undefined): number | null {
  return after == null || before == null ? null : after - before;
}

function lower(name: string): string {
  return name === 'As now' ? 'as now' : name;
}

import type {Plan} from '../../src/domain/plan.ts';
import {type AreaTimes, minutesIn} from '../area-times.ts';
import type {AreaLine, AskedQuestion, LedgerAnswer} from '../contract.ts';
import type {ChangeOf} from './legend-classes.ts';

/**
 * What the map of change compares: the option with the other one where they differ, else the chosen candidate with
 * things as they are. Null where there is nothing to compare.
 */
export function changeBetween(
  plan: Plan,
  areas: readonly AreaLine[],
  question: AskedQuestion | null,
  times: AreaTimes | null,
  ledger: LedgerAnswer | null,
): {title: string; of: ChangeOf} | null {
  if (!question || !times) return null;
  const {seconds, against} = times;
  if (against) {
    const other = plan.option.get(question.against ?? '')?.name ?? 'as now';
    return {
      title: `against ${lower(other)}`,
      of: (area) => difference(minutesIn(seconds, area), minutesIn(against, area)),
    };
  }
  if (!ledger) return null;
  const saved = new Map(ledger.areas.map((each) => [each.code, difference(each.minutesOption, each.minutesBase)]));
  return {
    title: `if it opened at ${ledger.site.name}`,
    of: (area) => {
      const code = areas[area]?.code ?? '';
      return saved.has(code) ? (saved.get(code) ?? null) : minutesIn(seconds, area) === null ? null : 0;
    },
  };
}

function difference(after: number | null | undefined, before: number | null | undefined): number | null {
  return after == null || before == null ? null : after - before;
}

function lower(name: string): string {
  return name === 'As now' ? 'as now' : name;
}

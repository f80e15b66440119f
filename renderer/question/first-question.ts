import {AS_NOW} from '../../src/domain/option.ts';
import type {Plan} from '../../src/domain/plan.ts';
import type {AskedQuestion} from '../contract.ts';

/** Minutes that a person would ask about. */
export const CUTOFFS = [5, 10, 15, 20, 30, 45, 60] as const;

/**
 * A question that the plan can answer: the one asked, as far as its service and options are still there; else about
 * general practice if any site offers it, else about the service that most sites offer.
 */
export function firstQuestion(plan: Plan, asked: AskedQuestion | null): AskedQuestion | null {
  if (plan.service.size === 0 || plan.option.size === 0) return null;
  if (!asked)
    return {service: usualService(plan), option: AS_NOW, against: AS_NOW, mode: 'drive', within: 15, weight: 0};
  const service = plan.service.has(asked.service) ? asked.service : usualService(plan);
  const option = plan.option.has(asked.option ?? AS_NOW) ? asked.option : AS_NOW;
  const against = plan.option.has(asked.against ?? AS_NOW) ? asked.against : AS_NOW;
  if (service === asked.service && option === asked.option && against === asked.against) return asked;
  return {...asked, service, option: option ?? AS_NOW, against: against ?? AS_NOW};
}

function usualService(plan: Plan): string {
  const sites = new Map<string, number>();
  for (const {service} of plan.placement.values()) sites.set(service, (sites.get(service) ?? 0) + 1);
  if (sites.has('general-practice')) return 'general-practice';
  const most = [...sites].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))[0];
  return most?.[0] ?? (plan.service.has('general-practice') ? 'general-practice' : [...plan.service.keys()][0]!);
}

import type {Finding} from './answer.ts';

/** Those that a planner would look at. Two that are one place are one finding, whichever of them is asked about first. */
export function worthLooking(lines: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return lines.filter(({verdict, site, beside}) => {
    const pair = [site, beside].sort().join(' ');
    const again = verdict === 'same-place merge' && seen.has(pair);
    seen.add(pair);
    return verdict !== 'not a duplicate' && !again;
  });
}

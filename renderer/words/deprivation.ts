/** The words for fifths of deprivation; 1 is the most deprived fifth of England, IMD deciles 1 and 2. */
export const FIFTHS = [1, 2, 3, 4, 5] as const;

export const FIFTH_NAME: Record<number, string> = {
  1: 'Most deprived fifth',
  2: 'Second fifth',
  3: 'Middle fifth',
  4: 'Fourth fifth',
  5: 'Least deprived fifth',
};

export function fifthName(fifth: number | null): string {
  return FIFTH_NAME[fifth ?? 0] ?? 'Deprivation not known';
}

export function decilesOf(fifth: number): string {
  return `IMD deciles ${fifth * 2 - 1} and ${fifth * 2}`;
}

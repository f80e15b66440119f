/** The fifths of deprivation in words, by number; 0 is not known. */
export const FIFTH_LABEL = [
  'Not known',
  'Most deprived fifth',
  'Second fifth',
  'Middle fifth',
  'Fourth fifth',
  'Least deprived fifth',
] as const;

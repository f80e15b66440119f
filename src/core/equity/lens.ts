/** What deprivation is read from. */
export type Lens = 'imd' | 'income' | 'own';

/**
 * The lenses and what each already holds of access. Weighing travel by an index that counts travel as a deprivation
 * counts it twice; the planner is told, and may look through Income instead.
 */
export const LENSES: readonly {lens: Lens; label: string; overlap: string | null}[] = [
  {
    lens: 'imd',
    label: 'Index of Multiple Deprivation',
    overlap:
      'The Index of Multiple Deprivation counts distance to services itself (Barriers to Housing and Services; in 2025 also a ' +
      'connectivity score and a patient-to-GP ratio), so access is partly counted twice. Use the Income domain to avoid that.',
  },
  {lens: 'income', label: 'Income domain', overlap: null},
  {
    lens: 'own',
    label: 'A column of your own',
    overlap:
      'Closer cannot tell whether your own column already counts distance to services. If it does, access is counted twice.',
  },
];

/** The warning of a lens, or `null` if it holds nothing of access. */
export function lensOverlap(lens: Lens): string | null {
  return LENSES.find((one) => one.lens === lens)!.overlap;
}

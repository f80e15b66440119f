import {csvRows} from './csv.ts';

/**
 * Which letter separates the columns: the one under which most rows have the same number of cells, and the more cells the
 * better. Publishers in England use the comma, the tab, `¬` (NHS Choices), `$` (ERIC) and, by way of Excel on the
 * continent, the semicolon.
 */
const CANDIDATES = [',', '\t', ';', '¬', '$', '|'] as const;

const SAMPLE_ROWS = 60;

export function delimiterOf(sample: string): string {
  let best: string = ',';
  let most = 0;
  for (const delimiter of CANDIDATES) {
    if (!sample.includes(delimiter)) continue;
    const widths = new Map<number, number>();
    let rows = 0;
    for (const {cells} of csvRows([sample], delimiter, '')) {
      if (cells.length === 1 && cells[0]!.trim() === '') continue;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      if (++rows === SAMPLE_ROWS) break;
    }
    for (const [width, count] of widths) {
      const agreement = width < 2 ? 0 : (count / rows) * Math.log2(width + 1);
      if (agreement > most) {
        most = agreement;
        best = delimiter;
      }
    }
  }
  return best;
}

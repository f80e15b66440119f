/** Whole numbers with thousands separated, as a planner reads them. */
export function whole(value: number): string {
  return new Intl.NumberFormat('en-GB', {maximumFractionDigits: 0}).format(value).replace('-', '−');
}

/** One decimal. */
export function oneDecimal(value: number | null): string {
  if (value === null) return '–';
  return new Intl.NumberFormat('en-GB', {minimumFractionDigits: 1, maximumFractionDigits: 1})
    .format(value)
    .replace('-', '−');
}

export function percent(share: number | null): string {
  return share === null ? '–' : `${oneDecimal(share * 100)} %`;
}

/** Rows under headings, columns aligned: text to the left, numbers (a heading that starts with `>`) to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const right = headings.map((heading) => heading.startsWith('>'));
  const lines = [headings.map((heading) => heading.replace(/^>/, '')), ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => [...(line[column] ?? '')].length)));
  const cell = (text: string, column: number): string => {
    const space = ' '.repeat(widths[column]! - [...text].length);
    return right[column] ? space + text : text + space;
  };
  return lines
    .map((line) =>
      headings
        .map((_, column) => cell(line[column] ?? '', column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

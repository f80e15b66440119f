/** Arrays that stand side by side are checked once, at the door, so that the loops behind it need not look again. */
export function checkLength(what: string, length: number, expected: number, per: string): void {
  if (length !== expected) throw new RangeError(`${what} has ${length} values, but there are ${expected} ${per}.`);
}

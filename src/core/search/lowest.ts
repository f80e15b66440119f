/** Takes out the part of least bound, the first of equal ones; the last one takes its place. */
export function takeLowest<Part extends {bound: number}>(parts: Part[]): Part {
  let at = 0;
  for (let i = 1; i < parts.length; i++) if (parts[i]!.bound < parts[at]!.bound) at = i;
  const lowest = parts[at]!;
  parts[at] = parts[parts.length - 1]!;
  parts.pop();
  return lowest;
}

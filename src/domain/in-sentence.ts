/** A name inside a sentence: “Dialysis” becomes “dialysis”; “X-ray” and “GP” keep their capitals. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

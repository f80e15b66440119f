/** A bar of a round length: what a distance on the map is on the ground. */
export function Scale({metresPerPixel}: {metresPerPixel: number}) {
  if (metresPerPixel <= 0) return null;
  const metres = roundBelow(metresPerPixel * 96);
  const text = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return (
    <div className="scale number" role="img" aria-label={`Scale: this bar is ${text} long`}>
      <span className="scale-bar" style={{width: metres / metresPerPixel}} />
      <span>{text}</span>
    </div>
  );
}

/** The largest of 1, 2 and 5 times a power of ten that is not above this. */
export function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const times = value / power;
  return (times >= 5 ? 5 : times >= 2 ? 2 : 1) * power;
}

/** How many sites a job takes between two reports: about a million pairs of area and site, a millisecond or two. */
export function sitesPerSlice(areas: number): number {
  return Math.max(1, Math.floor(1_000_000 / Math.max(1, areas)));
}

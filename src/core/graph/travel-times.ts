/** The time of a pair that no path joins within the limit of the search. 18 hours 12 minutes is the longest real time. */
export const UNREACHED = 65535;

/**
 * The travel-time matrix: from every area to every site, by one mode.
 *
 * Site-major: the pair (site, area) stands at `site * areas + area`, so one site's times lie side by side and a site
 * can be measured, kept and replaced alone. Where `seconds` is `UNREACHED`, `metres` means nothing.
 */
export interface TravelTimes {
  areas: number;
  sites: number;
  seconds: Uint16Array;
  metres: Uint32Array;
}

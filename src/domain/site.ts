/** A building or plot where services are or could be. */
export interface Site {
  id: string;
  name: string;
  lng: number;
  lat: number;
  /** In use now, or could be used. */
  standing: Standing;
  /** What sort of building it is, in a publisher's or planner's words: `gp_practice`, `library`, … Empty if not known. */
  kind: string;
  /** A publisher's code for it, such as an ODS code. Empty if none. */
  code: string;
  address: string;
  postcode: string;
  tenure: string;
  /** Condition A to D of the six-facet survey; empty if not known. */
  condition: string;
  /** Gross internal area, and how much of it is vacant, in square metres. Null is "not known", never zero. */
  giaM2: number | null;
  vacantM2: number | null;
  /** Pounds that opening a service there would cost, as a search with a budget counts them. Null is "not known", never zero. */
  openingCost: number | null;
  /** The source it was imported from; empty when a planner added it. */
  source: string;
  note: string;
}

export type Standing = 'existing' | 'candidate';

/** A site as a planner first draws it: everything not said is "not known". */
export function newSite(id: string, name: string, at: readonly [number, number], standing: Standing): Site {
  return {
    id,
    name,
    lng: at[0],
    lat: at[1],
    standing,
    kind: '',
    code: '',
    address: '',
    postcode: '',
    tenure: '',
    condition: '',
    giaM2: null,
    vacantM2: null,
    openingCost: null,
    source: '',
    note: '',
  };
}

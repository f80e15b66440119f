/**
 * A named arrangement of services over sites. `as-now` is business as usual; every other option is what it changes
 * from that: services opened or withdrawn at sites, and sites closed or reopened.
 */
export interface Option {
  id: string;
  name: string;
  role: 'business-as-usual' | 'do-minimum' | 'preferred' | 'option';
  note: string;
}

/** The id of the option that others are measured against. It can't be removed. */
export const AS_NOW = 'as-now';

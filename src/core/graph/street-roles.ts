/**
 * Which streets make the core, which are last legs, and which are cut off.
 *
 * The core is the largest part of the public streets in which every spot can be reached from every other. A street that
 * can be entered from it and left to it again is a last leg; any other leads nowhere, or nobody gets there.
 */
import {reachedFrom, strongComponents} from './components.ts';
import type {StreetArcs} from './street-arcs.ts';

export const ARC = {unused: 0, core: 1, lastLeg: 2} as const;

export interface StreetRoles {
  /** `ARC` of each listed arc. */
  role: Uint8Array;
  /** 1 for each spot of the core. */
  inCore: Uint8Array;
  /** Parts of the public streets with more than one spot. */
  parts: number;
}

export function rolesOf(arcs: StreetArcs): StreetRoles {
  const {tail, head, isPublic, spots} = arcs;
  const open = (i: number) => isPublic[i] === 1;
  const {of, sizes} = strongComponents(spots, tail, head, open);
  // Of equally large parts the one with the street read first, so that runs repeat.
  let largest = of[0] ?? 0;
  for (let s = 1; s < spots; s++) if (sizes[of[s]!]! > sizes[largest]!) largest = of[s]!;
  const inCore = new Uint8Array(spots);
  if (sizes.length > 0 && sizes[largest]! > 1) for (let s = 0; s < spots; s++) if (of[s] === largest) inCore[s] = 1;
  const out = reachedFrom(inCore, tail, head, () => true);
  const back = reachedFrom(inCore, head, tail, () => true);
  const role = new Uint8Array(tail.length);
  for (let i = 0; i < role.length; i++) {
    const a = tail[i]!;
    const b = head[i]!;
    if (open(i) && inCore[a] === 1 && inCore[b] === 1) role[i] = ARC.core;
    else if (out[a] === 1 && back[a] === 1 && out[b] === 1 && back[b] === 1) role[i] = ARC.lastLeg;
  }
  return {role, inCore, parts: sizes.filter((size) => size > 1).length};
}

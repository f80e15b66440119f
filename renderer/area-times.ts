import type {CallResult} from './contract.ts';

/** The seconds of an area from which no site is reached. */
export const NOT_REACHED = 65_535;

/** The answer area by area, in the order of the areas: to colour the map by and to fill tables with. */
export interface AreaTimes {
  areas: number;
  /** The cutoff of the question, in seconds. */
  cutoff: number;
  /** To the closest site; `NOT_REACHED` where there is none. */
  seconds: Uint16Array;
  metres: Uint32Array;
  /** The id of the closest site. */
  siteOf: (area: number) => string | null;
  /** Why an area is not served; empty where it is. */
  reasonOf: (area: number) => string;
  /** Seconds in the option compared with, if there is one. */
  against: Uint16Array | null;
}

type Sent = Extract<CallResult<'score.times'>, {state: 'ready'}>;

/** Unpacked as far as the map needs at once; sites, reasons and lengths when something first asks for them. */
export function areaTimes(sent: Sent): AreaTimes {
  const site = once(() => new Int32Array(bytesOf(sent.site)));
  const reason = once(() => new Uint8Array(bytesOf(sent.reason)));
  const metres = once(() => new Uint32Array(bytesOf(sent.metres)));
  return {
    areas: sent.areas,
    cutoff: sent.within * 60,
    seconds: new Uint16Array(bytesOf(sent.seconds)),
    get metres() {
      return metres();
    },
    siteOf: (area) => sent.sites[site()[area] ?? -1] ?? null,
    reasonOf: (area) => sent.reasons[reason()[area] ?? 0] ?? '',
    against: sent.against === null ? null : new Uint16Array(bytesOf(sent.against)),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes.buffer;
}

/** As minutes; null where no site is reached or nothing is known. */
export function minutesIn(seconds: Uint16Array | null | undefined, area: number): number | null {
  const time = seconds?.[area] ?? NOT_REACHED;
  return time === NOT_REACHED ? null : time / 60;
}

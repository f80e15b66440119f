/**
 * Which turns are forbidden, given the streets travelled last.
 *
 * A restriction via a node looks one street back; one via streets looks back over all of them, so whoever travels them
 * must remember where they came from. `next` says what to remember: the longest run of streets just travelled that begins
 * a restriction not yet decided. This is the automaton of Aho and Corasick, on the few runs that a place has.
 */
import {type StreetNetwork, TURN} from './street-network.ts';

/** Streets just travelled, oldest first; the last is the one stood at the end of. */
export type Trail = readonly number[];

export class TurnBans {
  /** Whole runs forbidden, and runs after which only some streets may follow, as text. */
  readonly #no = new Set<string>();
  readonly #only = new Map<string, number[]>();
  /** Runs of two streets or more that begin a longer restriction. */
  readonly #begun = new Set<string>();
  readonly #starts = new Set<number>();
  #longest = 1;

  /**
   * Restrictions for a mode (its place in `STREET_MODES`). `follows` says whether a street may be travelled after
   * another at all: a restriction that does not lie on streets of the mode says nothing.
   */
  constructor(network: StreetNetwork, mode: number, follows: (from: number, to: number) => boolean) {
    for (let r = 0; r < network.turnKind.length; r++) {
      if (((network.turnModes[r]! >> mode) & 1) === 0) continue;
      const run = [...network.turnEdges.subarray(network.turnFirst[r], network.turnFirst[r + 1])];
      if (run.length < 2 || run.some((arc, i) => i > 0 && !follows(run[i - 1]!, arc))) continue;
      this.#longest = Math.max(this.#longest, run.length - 1);
      const before = run.slice(0, -1);
      if (network.turnKind[r] === TURN.no) this.#no.add(run.join());
      else this.#only.set(before.join(), [...(this.#only.get(before.join()) ?? []), run.at(-1)!]);
      for (let length = 2; length < run.length; length++) this.#begun.add(run.slice(0, length).join());
      this.#starts.add(run[0]!);
    }
  }

  /** Whether a restriction begins with this street: if none does, all that matters is where one stands. */
  begins(arc: number): boolean {
    return this.#starts.has(arc);
  }

  isForbidden(trail: Trail, to: number): boolean {
    for (let start = 0; start < trail.length; start++) {
      const run = trail.slice(start);
      if (this.#no.has([...run, to].join())) return true;
      const only = this.#only.get(run.join());
      if (only !== undefined && !only.includes(to)) return true;
    }
    return false;
  }

  /** What to remember after going on into `to`. */
  next(trail: Trail, to: number): Trail {
    for (let start = Math.max(0, trail.length + 1 - this.#longest); start < trail.length; start++) {
      const run = [...trail.slice(start), to];
      if (this.#begun.has(run.join())) return run;
    }
    return [to];
  }
}

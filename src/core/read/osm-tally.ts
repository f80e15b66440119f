/** Counts by reason. A hostile file must not grow it without end, so rare reasons beyond the limit are counted together. */
export class OsmTally {
  readonly #counts = new Map<string, number>();

  add(reason: string): void {
    const known = this.#counts.has(reason) || this.#counts.size < 200;
    const under = known ? reason : 'other reasons';
    this.#counts.set(under, (this.#counts.get(under) ?? 0) + 1);
  }

  commonestFirst(): {reason: string; count: number}[] {
    return [...this.#counts]
      .map(([reason, count]) => ({reason, count}))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}

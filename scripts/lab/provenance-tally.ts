/** The result of one check: how many values were tried, and how far off the worst was. */
export interface Tally {
  readonly what: string;
  tried: number;
  /** Relative to the tolerance: above 1 is too far. */
  worst: number;
  /** Where the worst was. */
  where: string;
}

/** Within 1e-4 of the value itself, or 1e-5. */
const allowed = (value: number) => Math.max(1e-4 * Math.abs(value), 1e-5);

export class Tallies {
  readonly all = new Map<string, Tally>();

  note(what: string, share: number, where: string): void {
    const tally = this.all.get(what) ?? { what, tried: 0, worst: 0, where: '' };
    tally.tried++;
    if (!(share <= tally.worst)) Object.assign(tally, { worst: share, where });
    this.all.set(what, tally);
  }

  /** Two numbers that should be equal. */
  near(what: string, computed: number, real: number, where: string): void {
    this.note(what, Math.abs(computed - real) / allowed(real), `${where}: ${computed} for ${real}`);
  }
}

/** What one check came to: how many were tried, and how far the worst of them was off. */
export interface Tally {
  readonly what: string;
  tried: number;
  /** As a share of what is allowed: above 1 is too far. */
  worst: number;
  /** Where that was. */
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

  /** Two numbers that should be one. */
  near(what: string, computed: number, real: number, where: string): void {
    this.note(what, Math.abs(computed - real) / allowed(real), `${where}: ${computed} for ${real}`);
  }
}

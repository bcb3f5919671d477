/** A learner's progress with one problem. */
export interface Standing {
  /** Answers that were judged, up to and including the one that solved it. */
  readonly attempts: number;
  /** Hints that were taken before it was solved. */
  readonly hints: number;
  /** 0 until it is solved. */
  readonly stars: number;
}

/** The standings of all problems that were tried, by id. */
export type Standings = Readonly<Record<string, Standing>>;

/** The most stars for a problem. */
export const MOST_STARS = 3;

export const UNTRIED: Standing = { attempts: 0, hints: 0, stars: 0 };

/** "★★☆" */
export const starSigns = (stars: number): string => '★'.repeat(stars) + '☆'.repeat(MOST_STARS - stars);

/**
 * Stars for solving a problem: three, minus one for each hint and one for every second miss, but at least
 * one.
 */
const starsFor = (misses: number, hints: number): number =>
  Math.max(1, MOST_STARS - hints - Math.floor(misses / 2));

/** The standing after another answer. Once a problem is solved, its stars are final. */
export function afterAttempt(standing: Standing, right: boolean): Standing {
  const { attempts, hints, stars } = standing;
  if (stars > 0) return standing;
  return { attempts: attempts + 1, hints, stars: right ? starsFor(attempts, hints) : 0 };
}

/** The standing after another hint, of `there` in all. Hints read after solving cost nothing. */
export const afterHint = (standing: Standing, there: number): Standing =>
  standing.stars > 0 ? standing : { ...standing, hints: Math.min(there, standing.hints + 1) };

/** The better of two standings of one problem: more stars, then more attempts. */
export const further = (one: Standing, other: Standing): Standing =>
  other.stars > one.stars || (other.stars === one.stars && other.attempts > one.attempts) ? other : one;

/** The better standing of each problem. */
export function joinedStandings(now: Standings, read: Standings): Standings {
  const joined = Object.entries(read).map(([id, other]) => [id, further(now[id] ?? UNTRIED, other)]);
  return { ...now, ...Object.fromEntries(joined) };
}

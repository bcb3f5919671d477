import { MOST_STARS, type Standing, type Standings } from './standing-schema';

export const UNTRIED: Standing = { attempts: 0, hints: 0, stars: 0 };

/** "★★☆" */
export const starSigns = (stars: number): string => '★'.repeat(stars) + '☆'.repeat(MOST_STARS - stars);

/** Stars for solving a problem: three, less one for each hint and one for every second miss, but never none. */
export const starsFor = (misses: number, hints: number): number =>
  Math.max(1, MOST_STARS - hints - Math.floor(misses / 2));

/** After one more answer. Once a problem is solved its stars stand, whatever is tried with it then. */
export function afterAttempt(standing: Standing, right: boolean): Standing {
  const { attempts, hints, stars } = standing;
  if (stars > 0) return standing;
  return { attempts: attempts + 1, hints, stars: right ? starsFor(attempts, hints) : 0 };
}

/** After one more hint, of so many that there are. What is read once it is solved costs nothing. */
export const afterHint = (standing: Standing, there: number): Standing =>
  standing.stars > 0 ? standing : { ...standing, hints: Math.min(there, standing.hints + 1) };

/** Of two standings of one problem that of more stars, else that of more attempts. */
export const further = (one: Standing, other: Standing): Standing =>
  other.stars > one.stars || (other.stars === one.stars && other.attempts > one.attempts) ? other : one;

/** Of each problem the standing that has come further. */
export function joinedStandings(now: Standings, read: Standings): Standings {
  const joined = Object.entries(read).map(([id, other]) => [id, further(now[id] ?? UNTRIED, other)]);
  return { ...now, ...Object.fromEntries(joined) };
}

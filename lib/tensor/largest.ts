/**
 * The place of the largest of some values, or of what `of` makes of them; the first of equal ones, -1 where none is a number.
 * Own code: the bundler puts all that the site uses of d3-array into the script of each lesson that asks for any of it.
 */
export function largestAt(values: ArrayLike<number>, of = (value: number): number => value): number {
  let [place, most] = [-1, Number.NaN];
  for (let at = 0; at < values.length; at++) {
    const value = of(values[at]);
    // Also where nothing was found before; never with a value that is not a number.
    if (value > most || (place < 0 && !Number.isNaN(value))) [place, most] = [at, value];
  }
  return place;
}

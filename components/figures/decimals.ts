const FEWEST = 4;
const MOST = 7;

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals);

/**
 * How many decimals to write a sum with, so that the written terms add up to the written total: the fewest
 * from 4 on. With many terms no number of decimals may do; then it is the most, 7, where floats end too.
 */
export function decimalsThatAddUp(terms: readonly number[], total: number): number {
  for (let decimals = FEWEST; decimals < MOST; decimals++) {
    const sum = terms.reduce((all, term) => all + rounded(term, decimals), 0);
    if (sum === rounded(total, decimals)) return decimals;
  }
  return MOST;
}

/** Claims that could not be measured, because the images that they count are not here. */

/** With it, a check that lacks the photographs does not fail for that. */
export const WITHOUT = '--without-photographs';

export interface Missing {
  /** What is said of the claims that were not measured. */
  readonly sentence: string;
  /** Whether the check fails because of them. */
  readonly fails: boolean;
}

/** Null where every claim was measured. */
export function missingOf(
  claims: readonly string[],
  file: string,
  options: readonly string[],
): Missing | null {
  if (claims.length === 0) return null;
  const fails = !options.includes(WITHOUT);
  const reason = `The data is not here: there is no ${file}; PIPELINE_DATA can name the folder that holds cifar10/test.zip.`;
  const count = claims.length === 1 ? 'One claim was' : `${claims.length} claims were`;
  const advice = fails ? ` With ${WITHOUT} the others alone decide.` : '';
  return { sentence: `${count} not measured: ${claims.join(', ')}. ${reason}${advice}`, fails };
}

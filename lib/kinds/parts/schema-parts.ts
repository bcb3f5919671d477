/** What the schemas of several kinds have in common. */
import * as v from 'valibot';

export const count = v.pipe(v.number(), v.integer(), v.minValue(1));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const padding = v.picklist(['valid', 'same']);
/** A probability that is never certain. */
export const share = v.pipe(v.number(), v.minValue(0), v.ltValue(1));
/** How many cells of padding there are on one side. */
export const width = v.pipe(v.number(), v.integer(), v.minValue(0));

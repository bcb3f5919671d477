/** What the schemas of several kinds have in common. */
import * as v from 'valibot';

export const count = v.pipe(v.number(), v.integer(), v.minValue(1));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const padding = v.picklist(['valid', 'same']);

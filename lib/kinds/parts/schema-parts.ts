/** Shared parts of the kinds' schemas. */
import * as v from 'valibot';
import { asSides } from './sides';

export const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** The sides of a window: one number, or height and width; equal ones are read as one number. */
export const sides = v.union([
  count,
  v.pipe(
    v.strictTuple([count, count]),
    v.transform(([height, width]) => asSides(height, width)),
  ),
]);
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const padding = v.picklist(['valid', 'same']);
/** A probability below 1. */
export const share = v.pipe(v.number(), v.minValue(0), v.ltValue(1));
/** How many cells of padding there are on one side. */
export const width = v.pipe(v.number(), v.integer(), v.minValue(0));

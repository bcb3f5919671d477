import { released } from './released';

/** A list that grows, in the flat memory of an array of numbers. */
export interface Growing<Values> {
  /** At least as long as the list. */
  readonly values: Values;
  readonly length: number;
  add(value: number): void;
  addAll(more: ArrayLike<number>): void;
}

const LEAST = 128;

/** A list of such numbers, with room for `capacity` of them at first. */
export function growing<Values extends Uint8Array | Uint32Array | Float64Array>(
  Values: new (length: number) => Values,
  capacity = 0,
): Growing<Values> {
  let values = new Values(Math.max(capacity, LEAST));
  let length = 0;
  function reserve(wanted: number): void {
    if (wanted <= values.length) return;
    const larger = new Values(Math.max(wanted, values.length * 2));
    larger.set(values);
    released(values);
    values = larger;
  }
  return {
    get values() {
      return values;
    },
    get length() {
      return length;
    },
    add(value) {
      reserve(length + 1);
      values[length++] = value;
    },
    addAll(more) {
      reserve(length + more.length);
      values.set(more, length);
      length += more.length;
    },
  };
}

/** Pieces of WebAssembly text that the written functions share. */
export const FLOAT_BYTES = 4;
export const VECTOR_BYTES = 16;

export const get = (name: string): string => `(local.get $${name})`;

/** Adds a local, or a constant, to a local. */
export const advance = (name: string, by: string | number): string =>
  `(local.set $${name} (i32.add ${get(name)} ${typeof by === 'number' ? `(i32.const ${by})` : get(by)}))`;

/** Runs a loop again until a local has been counted down to 0. */
export const countDown = (name: string, loop: string): string =>
  `(br_if $${loop} (local.tee $${name} (i32.sub ${get(name)} (i32.const 1))))`;

/** Sets a local to the smaller of two numbers. */
export const least = (name: string, one: string, other: string): string =>
  `(local.set $${name} (select ${one} ${other} (i32.lt_u ${one} ${other})))`;

/** Declares locals of one type. */
export const locals = (type: string, ...names: readonly string[]): string =>
  names.map((name) => `(local $${name} ${type})`).join(' ');

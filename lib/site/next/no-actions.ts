/* In place of what carries out Next's server actions, in the browser: next.config.mjs. An exported site has no server. */

/** @throws Error always. */
export function serverActionReducer(): never {
  throw new Error('An exported site has no server actions');
}

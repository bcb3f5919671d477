/**
 * Whether there is a core besides the page’s own and the browser’s: with two, the engine and the page take turns. Where no
 * browser runs this, nothing has to.
 */
export const hasSpareCore = (): boolean =>
  typeof navigator === 'undefined' || navigator.hardwareConcurrency > 2;

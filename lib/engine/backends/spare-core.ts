/**
 * Whether there is a core besides the page’s own and the browser’s: with two, the engine and the page take
 * turns.
 */
export const hasSpareCore = (): boolean => navigator.hardwareConcurrency > 2;

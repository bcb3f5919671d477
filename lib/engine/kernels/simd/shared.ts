/*
 * Work that threads share. It comes in units, and each unit gets the same whole numbers: the functions by their names, with how
 * many numbers each takes besides the unit's own. The assembler writes what calls them.
 */
export const SHARED = {
  convolveRow: 14,
  filterOfImages: 15,
  convolveTiles: 19,
  largestOfRows: 18,
  largestOfTiles: 23,
  filterOfTiles: 17,
  transformFilter: 4,
  transformBack: 4,
  multiplyPanels: 8,
  multiplyPart: 9,
  multiplyTurned: 7,
  multiplyByTurned: 7,
  giveImage: 9,
  takeImage: 7,
  passPositive: 5,
  addBias: 7,
  moveAdam: 17,
  sumPart: 5,
  sumProductsPart: 8,
  blendPart: 9,
} as const;
export type SharedName = keyof typeof SHARED;

/**
 * Where the present job lies, in bytes from the beginning of the control block: whole numbers of four bytes each. `patient`: 1
 * where the thread that asks may fall asleep; `alone`: 1 where the others are left asleep.
 */
export const CONTROL = {
  round: 0,
  open: 4,
  busy: 8,
  next: 12,
  units: 16,
  work: 20,
  patient: 24,
  alone: 28,
  numbers: 32,
} as const;
/** How many whole numbers the block has. */
export const CONTROL_LENGTH = CONTROL.numbers / 4 + Math.max(...Object.values(SHARED));

/** Terms of a long sum that `multiplyPart` takes together: their rows of the second factor stay in the processor's cache. */
export const TERMS = 64;
/**
 * Bytes between two of the sixteen matrices of `convolveTiles` and `filterOfTiles`, so that the same place of all sixteen does
 * not fall into the same lines of the processor's cache.
 */
export const APART = 64;

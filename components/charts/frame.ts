/** The plot's rectangle within the drawing, in CSS pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether there is no room for the lines' labels beside the plot: they are in a legend below. */
  readonly narrow: boolean;
}

/** The width of a tick's character in CSS pixels, and the gap on the right of a tick. */
const CHARACTER = 7.3;
const TICK_GAP = 12;
const TOP = 10;
/** Narrower drawings have no room beside the plot. */
const NARROW = 240;

/**
 * The frame with room for the ticks on the left, the longest of `characters` characters, and for the lines'
 * labels on the right, unless the drawing is narrow.
 */
export const frameOf = (width: number, height: number, characters = 0): Frame => {
  const narrow = width < NARROW;
  const left = Math.max(narrow ? 0 : 42, Math.ceil(characters * CHARACTER) + TICK_GAP);
  return {
    left,
    right: Math.max(left + 18, width - (narrow ? 8 : 84)),
    top: TOP,
    // A chart that is hidden has no height.
    bottom: Math.max(TOP, height - 28),
    narrow,
  };
};

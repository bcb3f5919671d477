/** The plot's rectangle within the drawing, in CSS pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The width of a tick's character in CSS pixels, and the gap on the right of a tick. */
const CHARACTER = 7.3;
const TICK_GAP = 12;

/**
 * The frame with room for the ticks on the left, the longest of `characters` characters, and for the lines'
 * labels on the right.
 */
export const frameOf = (width: number, height: number, characters = 0): Frame => {
  const left = Math.max(42, Math.ceil(characters * CHARACTER) + TICK_GAP);
  return { left, right: Math.max(left + 18, width - 84), top: 10, bottom: height - 28 };
};

/** The plot's rectangle inside the drawing, in CSS pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How wide a character of a tick is, in CSS pixels, and what a tick keeps free on its right. */
const CHARACTER = 7.3;
const TICK_GAP = 12;

/** Room for the ticks on the left, of which the longest has so many characters, and for the lines' names on the right. */
export const frameOf = (width: number, height: number, characters = 0): Frame => {
  const left = Math.max(42, Math.ceil(characters * CHARACTER) + TICK_GAP);
  return { left, right: Math.max(left + 18, width - 84), top: 10, bottom: height - 28 };
};

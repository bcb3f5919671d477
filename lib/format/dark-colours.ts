/* The colours of signed values in the dark theme. */
import { type ColourRange, type ColourTable, cssColour, inkOn, tableOf } from './colour-maps';

/** The diverging colours in the dark theme: what its `--signed` filter, invert(0.92) hue-rotate(180deg), makes of them. */
export function divergingInDark(): ColourTable {
  if (inDark) return inDark;
  const colours = Uint8Array.from(tableOf({ kind: 'diverging' }));
  for (let at = 0; at < colours.length; at += 3) {
    const turned = Array.from(colours.subarray(at, at + 3), (byte) => 0.92 * 255 - 0.84 * byte);
    const grey = 0.213 * turned[0] + 0.715 * turned[1] + 0.072 * turned[2];
    for (const [channel, byte] of turned.entries())
      colours[at + channel] = Math.round(Math.max(0, Math.min(255, 2 * grey - byte)));
  }
  inDark = colours;
  return colours;
}
let inDark: ColourTable | undefined;

/** The colours of a cell with its value as text: as in a drawing of the range, in either theme. */
export function cellColours(
  range: ColourRange,
  value: number,
): { readonly background: string; readonly color: string } {
  const colours = { background: cssColour(range, value), color: inkOn(range, value) };
  if (range.kind === 'sequential') return colours;
  const dark = divergingInDark();
  return {
    background: `light-dark(${colours.background}, ${cssColour(range, value, dark)})`,
    color: `light-dark(${colours.color}, ${inkOn(range, value, dark)})`,
  };
}

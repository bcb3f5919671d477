/** `npm run colours`: writes the colour maps of d3-scale-chromatic as tables, so that no page has to compute them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rgb } from 'd3-color';
import { interpolatePRGn, interpolateViridis } from 'd3-scale-chromatic';
import { ROOT } from '../project';

/** Stands for a step of 0; the letters before and after it for smaller and larger ones. */
const NO_STEP = 'm'.charCodeAt(0);

/**
 * 256 colours from one end of a map to the other: the first one's red, green and blue, and for each of these its steps from
 * colour to colour. Neighbours differ little, so that a compressed page carries few bytes of them.
 */
function table(interpolate: (t: number) => string) {
  const colours = Array.from({ length: 256 }, (_, entry) => rgb(interpolate(entry / 255)));
  const channels = (['r', 'g', 'b'] as const).map((part) =>
    colours.map((colour) => Math.round(colour[part])),
  );
  return {
    start: channels.map(([first]) => first),
    steps: channels.map((values) =>
      String.fromCharCode(...values.slice(1).map((value, at) => NO_STEP + value - values[at])),
    ),
  };
}

/** The content of `lib/format/tables.json`. */
export const colourTables = () => ({
  sequential: table(interpolateViridis),
  diverging: table(interpolatePRGn),
});

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(ROOT, 'lib', 'format', 'tables.json'), `${JSON.stringify(colourTables(), null, 2)}\n`);

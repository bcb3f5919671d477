/** `npm run colours`: writes the colour maps of d3-scale-chromatic as tables, so that no page has to compute them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rgb } from 'd3-color';
import { interpolatePRGn, interpolateViridis } from 'd3-scale-chromatic';
import { ROOT } from '../project';

/** 256 colours from one end of a map to the other, six digits each. */
const table = (interpolate: (t: number) => string): string =>
  Array.from({ length: 256 }, (_, entry) =>
    rgb(interpolate(entry / 255))
      .formatHex()
      .slice(1),
  ).join('');

/** The content of `lib/format/tables.json`. */
export const colourTables = () => ({
  sequential: table(interpolateViridis),
  diverging: table(interpolatePRGn),
});

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(ROOT, 'lib', 'format', 'tables.json'), `${JSON.stringify(colourTables(), null, 2)}\n`);

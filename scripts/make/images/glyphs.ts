import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getIconData, iconToHTML, iconToSVG } from '@iconify/utils';
import sharp from 'sharp';
import { type ImageSet, OWN_SET } from '@/lib/course/image-sets';
import { CLASSES } from '@/lib/course/reference';
import { DROPPED, GLYPHS } from './glyph-names';
import { OWN_DRAWINGS } from './own-drawings';

/** A glyph as a raster: straight RGBA, cropped to the visible part. */
export interface Glyph {
  readonly set: ImageSet;
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly rgba: Uint8Array;
}

/** The SVG of each glyph that a set has, by its name. */
async function drawingsOf(set: ImageSet): Promise<(name: string) => string | null> {
  if (set === OWN_SET) return (name) => OWN_DRAWINGS[name] ?? null;
  const icons = JSON.parse(await readFile(iconsPath(set), 'utf8'));
  return (name) => {
    const icon = getIconData(icons, name);
    if (!icon) return null;
    const { body, attributes } = iconToSVG(icon, { height: RASTER_SIDE });
    return iconToHTML(body, attributes);
  };
}

/** By class index: the different glyphs in these sets, in the order of sets and names. */
export async function loadGlyphs(sets: readonly ImageSet[]): Promise<Glyph[][]> {
  const byClass: Glyph[][] = CLASSES.map(() => []);
  for (const set of sets) {
    const drawingOf = await drawingsOf(set);
    for (const [index, label] of CLASSES.entries()) {
      const drawn = new Set<string>();
      for (const name of GLYPHS[label]) {
        const svg = drawingOf(name);
        if (svg === null || drawn.has(svg) || DROPPED.has(`${set}/${name}`)) continue;
        drawn.add(svg);
        byClass[index].push(await rasterise(set, name, svg));
      }
    }
  }
  return byClass;
}

/** Large enough that a pixel of an image always averages over several of the glyph's. */
const RASTER_SIDE = 160;

async function rasterise(set: ImageSet, name: string, svg: string): Promise<Glyph> {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize({ height: RASTER_SIDE })
    .trim({ threshold: 1 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error(`${set}/${name}: expected RGBA, got ${info.channels} channels`);
  return { set, name, height: info.height, width: info.width, rgba: new Uint8Array(data) };
}

const require = createRequire(import.meta.url);
const iconsPath = (set: ImageSet): string => require.resolve(`@iconify-json/${set}/icons.json`);

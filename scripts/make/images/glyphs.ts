import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getIconData, iconToHTML, iconToSVG } from '@iconify/utils';
import sharp from 'sharp';
import type { ImageSet } from '@/lib/course/image-sets';
import { CLASSES } from '@/lib/course/reference';

/** Which glyphs show which class. A set that lacks a name, or has it as an alias of another listed one, gives none. */
const GLYPHS: Record<(typeof CLASSES)[number], readonly string[]> = {
  airplane: ['airplane', 'small-airplane', 'airplane-departure', 'airplane-arrival'],
  automobile: [
    'automobile',
    'oncoming-automobile',
    'oncomingautomobile',
    'sport-utility-vehicle',
    'taxi',
    'oncoming-taxi',
    'oncomingtaxi',
    'police-car',
    'policecar',
    'oncoming-police-car',
    'oncomingpolicecar',
    'racing-car',
    'racecar',
  ],
  bird: [
    'bird',
    'black-bird',
    'blackbird',
    'dove',
    'doveofpeace',
    'duck',
    'eagle',
    'owl',
    'parrot',
    'penguin',
    'baby-chick',
    'front-facing-baby-chick',
    'frontfacingchick',
    'rooster',
    'swan',
    'goose',
    'flamingo',
    'turkey',
  ],
  cat: [
    'cat',
    'cat-face',
    'black-cat',
    'grinning-cat',
    'grinning-cat-face',
    'pouting-cat',
    'pouting-cat-face',
    'kissing-cat',
    'cat-with-wry-smile',
  ],
  deer: ['deer', 'moose'],
  dog: ['dog', 'dogside', 'dog-face', 'poodle', 'guide-dog', 'service-dog'],
  frog: ['frog', 'frog-face'],
  horse: ['horse', 'horse-face', 'horseface', 'horse-racing', 'horseracing'],
  ship: ['ship', 'passenger-ship', 'ferry', 'motor-boat', 'speedboat', 'sailboat'],
  truck: [
    'delivery-truck',
    'deliverytruck',
    'articulated-lorry',
    'articulatedlorry',
    'fire-engine',
    'fireengine',
    'pickup-truck',
  ],
};

/** Glyphs with a fitting name that mislead at 64 pixels: these are square scenes, not an object on a clear background. */
const DROPPED = new Set(['fxemoji/ship', 'fxemoji/speedboat', 'fxemoji/sailboat']);

/** A glyph as a raster: straight RGBA, cropped to the visible part. */
export interface Glyph {
  readonly set: ImageSet;
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly rgba: Uint8Array;
}

/** A glyph as it is drawn: the data of its SVG. */
export interface Original {
  readonly set: ImageSet;
  readonly name: string;
  readonly icon: NonNullable<ReturnType<typeof getIconData>>;
}

/** By class index: the different drawings in these sets, in the order of sets and names. */
export async function listOriginals(sets: readonly ImageSet[]): Promise<Original[][]> {
  const byClass: Original[][] = CLASSES.map(() => []);
  for (const set of sets) {
    const icons = JSON.parse(await readFile(iconsPath(set), 'utf8'));
    for (const [index, label] of CLASSES.entries()) {
      const drawn = new Set<string>();
      for (const name of GLYPHS[label]) {
        const icon = getIconData(icons, name);
        if (!icon || drawn.has(icon.body) || DROPPED.has(`${set}/${name}`)) continue;
        drawn.add(icon.body);
        byClass[index].push({ set, name, icon });
      }
    }
  }
  return byClass;
}

/** By class index: the glyphs of these sets, in the same order. */
export async function loadGlyphs(sets: readonly ImageSet[]): Promise<Glyph[][]> {
  const byClass: Glyph[][] = [];
  for (const originals of await listOriginals(sets)) {
    const glyphs: Glyph[] = [];
    for (const original of originals) glyphs.push(await rasterise(original));
    byClass.push(glyphs);
  }
  return byClass;
}

/** Large enough that a pixel of an image always averages over several of the glyph's. */
const RASTER_SIDE = 160;

async function rasterise({ set, name, icon }: Original): Promise<Glyph> {
  const { body, attributes } = iconToSVG(icon, { height: RASTER_SIDE });
  const svg = Buffer.from(iconToHTML(body, attributes));
  const { data, info } = await sharp(svg)
    .trim({ threshold: 1 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error(`${set}/${name}: expected RGBA, got ${info.channels} channels`);
  return { set, name, height: info.height, width: info.width, rgba: new Uint8Array(data) };
}

const require = createRequire(import.meta.url);
const iconsPath = (set: ImageSet): string => require.resolve(`@iconify-json/${set}/icons.json`);

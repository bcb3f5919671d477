/** Which glyphs are one drawing: several of a set often differ only in a colour, a mouth or a light on the roof. */
import sharp from 'sharp';
import type { Glyph } from './glyphs';

/** Drawings that differ so little that they count as one. */
export type Original = readonly Glyph[];

/** Both drawings are compared at this size, in pixels a side. */
const SIDE = 32;
/** The part of their common silhouette that two drawings at least share when they are one. */
const OVERLAP = 0.83;
/** How far the colours of two artists' drawings may then differ on average, in steps of 0..255. */
const COLOURS = 22;

/** A glyph scaled into a square: straight RGBA. */
async function thumbnailOf({ rgba, height, width }: Glyph): Promise<Uint8Array> {
  const fit = { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
  const raw = { width, height, channels: 4 } as const;
  return new Uint8Array(await sharp(rgba, { raw }).resize(SIDE, SIDE, fit).raw().toBuffer());
}

/** The shared part of two silhouettes, and the mean difference of their colours, the second mirrored or not. */
function compare(one: Uint8Array, other: Uint8Array, mirrored: boolean) {
  let [shared, both, difference] = [0, 0, 0];
  for (let at = 0; at < SIDE * SIDE; at++) {
    const column = at % SIDE;
    const here = at * 4;
    const there = (mirrored ? at - column + SIDE - 1 - column : at) * 4;
    const [alpha, beta] = [one[here + 3], other[there + 3]];
    shared += Math.min(alpha, beta);
    both += Math.max(alpha, beta);
    for (let c = 0; c < 3; c++) difference += Math.abs(one[here + c] * alpha - other[there + c] * beta) / 255;
  }
  return { overlap: shared / both, colours: difference / (SIDE * SIDE * 3) };
}

interface Seen {
  readonly glyph: Glyph;
  readonly thumbnail: Uint8Array;
}

const isOneDrawing = (one: Seen, other: Seen): boolean =>
  [false, true].some((mirrored) => {
    const { overlap, colours } = compare(one.thumbnail, other.thumbnail, mirrored);
    return overlap >= OVERLAP && (one.glyph.set === other.glyph.set || colours <= COLOURS);
  });

/** The originals among the glyphs of one class, in the order of their first glyphs. */
export async function originalsOf(glyphs: readonly Glyph[]): Promise<Original[]> {
  const seen: Seen[] = [];
  for (const glyph of glyphs) seen.push({ glyph, thumbnail: await thumbnailOf(glyph) });
  let groups: Seen[][] = [];
  for (const next of seen) {
    const same = groups.filter((group) => group.some((member) => isOneDrawing(member, next)));
    const [first, ...others] = same;
    if (!first) groups.push([next]);
    else first.push(...others.flat(), next);
    groups = groups.filter((group) => !others.includes(group));
  }
  return groups.map((group) => group.map(({ glyph }) => glyph));
}

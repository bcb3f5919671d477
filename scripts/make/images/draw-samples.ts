import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { Sample } from '@/lib/data/samples';
import { compose, VARIED, type Variation } from './compose';
import { STREAMS } from './draw-set';
import type { Glyph } from './glyphs';
import { randomFor } from './random';

export interface DrawnSample extends Omit<Sample, 'artist'> {
  readonly glyph: Glyph;
  readonly pixels: Uint8Array;
}

/** Samples of each class: by artists of the training set (drawn anew, so never trained on), and by the held-out artist. */
const KNOWN = 3;
const HELD_OUT = 2;

/** The default sample, chosen by eye among draws: the first image anyone sees shows its class at once. */
const DEFAULT_GLYPH = { set: 'noto', name: 'cat-face' };
const DEFAULT_DRAW = 4;

/** Samples are viewed one by one, and a green dog would need an explanation. */
const MODEST: Variation = { ...VARIED, hue: 6 };

/** The samples, class by class; within a class a different glyph each time, as long as there are any. */
export function drawSamples(
  known: readonly (readonly Glyph[])[],
  heldOut: readonly (readonly Glyph[])[],
  seed: number,
): DrawnSample[] {
  return CLASSES.flatMap((label, classIndex) =>
    Array.from({ length: KNOWN + HELD_OUT }, (_, place) => {
      const index = classIndex * (KNOWN + HELD_OUT) + place;
      const isHeldOut = place >= KNOWN;
      const id = `${label}-${place + 1}`;
      const random =
        id === COURSE.dataSet.first.id
          ? randomFor(seed, STREAMS.defaultSample, DEFAULT_DRAW)
          : randomFor(seed, STREAMS.samples, index);
      const glyph = isHeldOut
        ? spread(heldOut[classIndex], place - KNOWN, HELD_OUT)
        : id === COURSE.dataSet.first.id
          ? defaultGlyph(known[classIndex])
          : spread(known[classIndex], place, KNOWN);
      return { id, label, heldOut: isHeldOut, glyph, pixels: compose(glyph, random, MODEST) };
    }),
  );
}

/** The place-th of `count` glyphs, spread far apart, so that they come from different sets. */
const spread = (glyphs: readonly Glyph[], place: number, count: number): Glyph =>
  glyphs[Math.floor(((place + 0.5) * glyphs.length) / count)];

function defaultGlyph(glyphs: readonly Glyph[]): Glyph {
  const found = glyphs.find(({ set, name }) => set === DEFAULT_GLYPH.set && name === DEFAULT_GLYPH.name);
  if (!found)
    throw new Error(`The default sample's glyph ${DEFAULT_GLYPH.set}/${DEFAULT_GLYPH.name} is missing.`);
  return found;
}

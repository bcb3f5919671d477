import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { Sample } from '@/lib/data/samples/sample';
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

/** The plainest sample, chosen by eye among draws: it shows its class at once. */
const PLAIN = { id: 'cat-1', set: 'noto', name: 'cat-face', draw: 4 };
const FIRST = COURSE.dataSet.first;
const CLASS_IDS: readonly string[] = CLASSES;

/** Samples are viewed one by one, and a green dog would need an explanation. */
const MODEST: Variation = { ...VARIED, hue: 6 };

/** The first image that anyone sees, in one of many draws: the held-out artist's drawing of its class. */
export function drawFirst(heldOut: readonly (readonly Glyph[])[], seed: number, draw: number): Uint8Array {
  const place = Number(FIRST.id.split('-')[1]) - 1 - KNOWN;
  const glyph = spread(heldOut[CLASS_IDS.indexOf(FIRST.label)], place, HELD_OUT);
  return compose(glyph, randomFor(seed, STREAMS.firstSample, draw), MODEST);
}

/**
 * The samples, class by class; within a class a different glyph each time, as long as there are any.
 * @param firstDraw which draw is the first image
 */
export function drawSamples(
  known: readonly (readonly Glyph[])[],
  heldOut: readonly (readonly Glyph[])[],
  seed: number,
  firstDraw: number,
): DrawnSample[] {
  return CLASSES.flatMap((label, classIndex) =>
    Array.from({ length: KNOWN + HELD_OUT }, (_, place) => {
      const index = classIndex * (KNOWN + HELD_OUT) + place;
      const isHeldOut = place >= KNOWN;
      const id = `${label}-${place + 1}`;
      const random =
        id === PLAIN.id
          ? randomFor(seed, STREAMS.plainSample, PLAIN.draw)
          : randomFor(seed, STREAMS.samples, index);
      const glyph = isHeldOut
        ? spread(heldOut[classIndex], place - KNOWN, HELD_OUT)
        : id === PLAIN.id
          ? plainGlyph(known[classIndex])
          : spread(known[classIndex], place, KNOWN);
      const pixels = id === FIRST.id ? drawFirst(heldOut, seed, firstDraw) : compose(glyph, random, MODEST);
      return { id, label, heldOut: isHeldOut, glyph, pixels };
    }),
  );
}

/** The place-th of `count` glyphs, spread far apart, so that they come from different sets. */
const spread = (glyphs: readonly Glyph[], place: number, count: number): Glyph =>
  glyphs[Math.floor(((place + 0.5) * glyphs.length) / count)];

function plainGlyph(glyphs: readonly Glyph[]): Glyph {
  const found = glyphs.find(({ set, name }) => set === PLAIN.set && name === PLAIN.name);
  if (!found) throw new Error(`The plainest sample's glyph ${PLAIN.set}/${PLAIN.name} is missing.`);
  return found;
}

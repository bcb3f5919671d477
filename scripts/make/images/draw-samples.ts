import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { Sample } from '@/lib/data/samples/sample';
import { compose, VARIED, type Variation } from './compose';
import type { Glyph } from './glyphs';
import type { Original } from './originals';
import { randomFor, STREAMS } from './random';
import type { OriginalsByClass, OriginalsOfSets } from './sets';

export interface DrawnSample extends Omit<Sample, 'artist'> {
  readonly glyph: Glyph;
  readonly pixels: Uint8Array;
}

/** Samples of each class: by artists of the training set (drawn anew, so never trained on), and by those of the test set. */
const KNOWN = 3;
const OTHERS = 2;

/** The plainest sample, chosen by eye among draws: it shows its class at once. */
const PLAIN = { id: 'cat-1', set: 'noto', name: 'cat-face', draw: 4 };
const FIRST = COURSE.dataSet.first;
const CLASS_IDS: readonly string[] = CLASSES;

/** Samples are viewed one by one, and a green dog would need an explanation. */
const MODEST: Variation = { ...VARIED, hue: 6 };

/** The glyph of the first image that anyone sees, in one of many draws: the test originals of its class take turns. */
function firstGlyph(test: OriginalsByClass, draw: number): Glyph {
  const originals = test[CLASS_IDS.indexOf(FIRST.label)];
  return originals[draw % originals.length][0];
}

/** The first image itself. */
export const drawFirst = (test: OriginalsByClass, seed: number, draw: number): Uint8Array =>
  compose(firstGlyph(test, draw), randomFor(seed, STREAMS.firstSample, draw), MODEST);

/**
 * The samples, class by class; within a class a different original each time, as long as there are any.
 * @param firstDraw which draw is the first image
 */
export function drawSamples(
  { training, test }: Pick<OriginalsOfSets, 'training' | 'test'>,
  seed: number,
  firstDraw: number,
): DrawnSample[] {
  return CLASSES.flatMap((label, classIndex) =>
    Array.from({ length: KNOWN + OTHERS }, (_, place) => {
      const index = classIndex * (KNOWN + OTHERS) + place;
      const isHeldOut = place >= KNOWN;
      const id = `${label}-${place + 1}`;
      const random =
        id === PLAIN.id
          ? randomFor(seed, STREAMS.plainSample, PLAIN.draw)
          : randomFor(seed, STREAMS.samples, index);
      const glyph =
        id === FIRST.id
          ? firstGlyph(test, firstDraw)
          : isHeldOut
            ? spread(test[classIndex], place - KNOWN, OTHERS)
            : id === PLAIN.id
              ? plainGlyph(training[classIndex])
              : spread(training[classIndex], place, KNOWN);
      const pixels = id === FIRST.id ? drawFirst(test, seed, firstDraw) : compose(glyph, random, MODEST);
      return { id, label, heldOut: isHeldOut, glyph, pixels };
    }),
  );
}

/** The place-th of `count` originals' first glyphs, spread far apart, so that they come from different sets. */
const spread = (originals: readonly Original[], place: number, count: number): Glyph =>
  originals[Math.floor(((place + 0.5) * originals.length) / count)][0];

function plainGlyph(originals: readonly Original[]): Glyph {
  const found = originals.flat().find(({ set, name }) => set === PLAIN.set && name === PLAIN.name);
  if (!found) throw new Error(`The plainest sample's glyph ${PLAIN.set}/${PLAIN.name} is missing.`);
  return found;
}

/* What the selected network predicts for every image of a data set. */
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { scaleInto } from '@/lib/data/training-set';
import type { Architecture } from '@/lib/network/architecture';
import type { Trace } from '@/lib/network/trace';
import { ok, type Result } from '@/lib/result';
import { type Confusion, confusionOf } from '@/lib/run/confusion';
import { size } from '@/lib/tensor/tensor';
import { predictTop } from './failures';

/** Images that are scaled and predicted at a time: few enough not to hold up the page. */
const SLICE = 25;

/**
 * The unit of the most probable class for each image, by its place, with the architecture and weights of a trace. The images are
 * scaled as those that networks are trained on. `onProgress` gets how many are done; null where `signal` ended it.
 */
export async function answersFor(
  architecture: Architecture,
  trace: Trace,
  { pixels, shape, count }: Pick<LabelledSet, 'pixels' | 'shape' | 'count'>,
  signal: AbortSignal,
  onProgress: (done: number) => void = () => {},
): Promise<Result<Uint16Array> | null> {
  const { input } = architecture;
  const units = new Uint16Array(count);
  const [from, to] = [size(shape), size(input)];
  for (let first = 0; first < count; first += SLICE) {
    const images = Array.from({ length: Math.min(SLICE, count - first) }, (_, nth) => {
      const scaled = new Uint8Array(to);
      const at = (first + nth) * from;
      scaleInto(pixels.subarray(at, at + from), shape, input, scaled);
      return scaled;
    });
    const found = await predictTop(architecture, trace, images);
    if (signal.aborted) return null;
    if (!found.ok) return found;
    for (const [nth, { unit }] of found.value.entries()) units[first + nth] = unit;
    onProgress(first + images.length);
  }
  return ok(units);
}

/** The places of the images that are there, by the unit of their label and the predicted one. */
export function placesByAnswer(
  { labels, there }: Pick<EditedSet, 'labels' | 'there'>,
  units: readonly number[],
  answers: Uint16Array,
  classes: number,
): Confusion {
  const places = Array.from(labels.keys()).filter((at) => there[at] === 1);
  const own = places.map((at) => units[labels[at]]);
  const cells = confusionOf(
    own,
    Array.from(places, (at) => answers[at]),
    classes,
  );
  return cells.map((row) => row.map((cell) => cell.map((nth) => places[nth])));
}

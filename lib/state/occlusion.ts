import { fail, ok, type Result } from '@/lib/result';
import { occluded } from '@/lib/what-if/occlusion';
import { conversation } from './conversation';
import { network } from './network';
import { whatIf } from './what-if';

/** Pictures that go through the network at once. */
const BATCH = 32;

/**
 * The probability of a class for each place of a cover, row by row, on the picture as it is edited and through the
 * network as it is changed. `onPart` hears the share that is done.
 */
export async function slideCover(
  unit: number,
  cover: { readonly size: number; readonly stride: number },
  onPart: (share: number) => void,
): Promise<Result<Float32Array>> {
  const { engine } = conversation;
  const { pixels, history } = whatIf.getState();
  const { pipeline } = network.getState();
  if (!engine || !pixels) return fail('The network is on its way. Try again in a moment.');
  const shape = pipeline.architecture.input;
  const pictures = occluded(pixels, shape, cover);
  const classes = pipeline.architecture.classes.length;
  const found = new Float32Array(pictures.length);
  // Nothing changed: the copy may not have been set up.
  const own = history.done.length === 0;
  for (let at = 0; at < pictures.length; at += BATCH) {
    const some = pictures.slice(at, at + BATCH);
    const batch = new Uint8Array(some.length * pixels.length);
    some.forEach((picture, n) => {
      batch.set(picture, n * pixels.length);
    });
    const answer = await (own
      ? engine.predict(batch, some.length)
      : engine.predictVariant(batch, some.length));
    if (!answer.ok) return answer;
    some.forEach((_, n) => {
      found[at + n] = answer.value[n * classes + unit];
    });
    onPart(Math.min(1, (at + BATCH) / pictures.length));
  }
  return ok(found);
}

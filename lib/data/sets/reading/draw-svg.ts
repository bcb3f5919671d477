import type { MapShape } from '@/lib/tensor/tensor';
import { readWhole } from '../../drawable';
import type { Rgba } from '../../resample';
import { openSvg } from '../../svg';

/**
 * The pixels of a drawing (SVG), as many as an image of this shape needs of it. Page only: browsers paint no drawing in a
 * worker.
 * @throws Error where it can't be read.
 */
export async function drawSvg(bytes: Uint8Array<ArrayBuffer>, [height, width]: MapShape): Promise<Rgba> {
  const opened = await openSvg(bytes, '');
  if (!opened.ok) throw new Error(opened.problem.detail ?? opened.problem.sentence);
  const drawable = opened.value;
  const scale = Math.max(height / drawable.height, width / drawable.width);
  return readWhole(drawable, {
    width: Math.max(1, Math.round(drawable.width * scale)),
    height: Math.max(1, Math.round(drawable.height * scale)),
  });
}

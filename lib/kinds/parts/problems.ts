/** Problems of more than one kind of layer. */
import { formatShape } from '@/lib/format/format';
import { isMap, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/layer-problems';
import { formatSides, sidesOf } from './sides';
import { isCount, type Sliding } from './sliding';

/** Why a layer of maps can't process this input, in one sentence; null if it can. */
export const mapsProblem = (id: string, input: Shape): string | null =>
  isMap(input) ? null : words.needsMaps({ id, shape: formatShape(input) });

/** Why a window can't be used on this input, in one sentence about the layer; null if it can. */
export function slidingProblem(
  id: string,
  sliding: Sliding,
  input: Shape,
  what: 'kernel' | 'window',
): string | null {
  if (!isMap(input)) return mapsProblem(id, input);
  const { size, stride, padding } = sliding;
  const [height, width] = sidesOf(size);
  const wrong = [height, width].find((side) => !isCount(side));
  if (wrong !== undefined) return words.wholeSize({ id, what, size: wrong });
  if (!isCount(stride)) return words.wholeStride({ id, stride });
  if (padding === 'valid' && (height > input[0] || width > input[1])) {
    return words.tooLarge({ id, what, size: formatSides(size), height: input[0], width: input[1] });
  }
  return null;
}

import { range } from 'd3-array';
import { formatCount, formatPercent, formatShape, formatShort } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { MaxPoolLayer } from '@/lib/layers/types';
import { asMap, type MapShape, size as sizeOf } from '@/lib/tensor/tensor';
import { choice, shapeChoice, square } from '../options';
import type { Random, Writers } from '../question';
import { forNumber, oneOf, several, whole } from './maker';

const layerOf = (size: number, stride = size): MaxPoolLayer => ({
  id: 'pooling',
  kind: 'maxPool',
  size,
  stride,
  padding: 'valid',
});
const rules = rulesOf(layerOf(2));

/** A map of 4 x 4 different values, and its rows as they are written. */
function smallMap(random: Random) {
  const values = several(range(1, 40), 16, random);
  const rows = [0, 4, 8, 12].map((at) => values.slice(at, at + 4).join(' ')).join(' / ');
  return { values, rows, input: { shape: [4, 4, 1] as const, values: Float32Array.from(values) } };
}

export const MADE_UP_POOLING: Writers<null> = {
  map: (_about, _pipeline, random) => {
    const { values, rows, input } = smallMap(random);
    const [row, column] = [whole(0, 1, random), whole(0, 1, random)];
    const { value, terms } = rules.explain(layerOf(2), input, null, [row, column, 0]);
    const window = terms.map((term) => term.value);
    return forNumber(
      `A map holds, row by row, ${rows}. Max pooling of 2 × 2 with stride 2 follows. What comes out in row ${row}, column ${column}?`,
      formatShort,
      value,
      `Its window holds ${window.join(', ')}, and the largest of them is ${formatShort(value)}.`,
      [
        [window.reduce((sum, one) => sum + one, 0) / 4, 'That is the mean: average pooling.'],
        [values[row * 4 + column], 'That is the map’s own value there. The windows go on by two.'],
        [Math.max(...values), 'That is the largest of the whole map.'],
        [Math.min(...window), 'That is the smallest of the window.'],
        [window.reduce((sum, one) => sum + one, 0), 'Pooling picks one value, it does not add.'],
      ],
    );
  },
  place: (_about, _pipeline, random) => {
    const { rows, input } = smallMap(random);
    const [row, column] = [whole(0, 1, random), whole(0, 1, random)];
    const { terms, winner = 0 } = rules.explain(layerOf(2), input, null, [row, column, 0]);
    const words = (at: readonly number[]) => `row ${at[0]}, column ${at[1]}`;
    return {
      text: `A map holds, row by row, ${rows}. Rows and columns are counted from 0. From where does 2 × 2 max pooling with stride 2 take its value in row ${row}, column ${column}?`,
      right: choice(
        words(terms[winner].source),
        `The window begins in row 2 × ${row} = ${2 * row} and column 2 × ${column} = ${2 * column}. Its largest value, ${formatShort(terms[winner].value)}, stands there.`,
      ),
      wrong: terms.flatMap((term, at) =>
        at === winner
          ? []
          : [
              choice(
                words(term.source),
                `There stands ${formatShort(term.value)}, which another of the window exceeds.`,
              ),
            ],
      ),
    };
  },
  shape: (_about, _pipeline, random) => {
    const size = oneOf([2, 3], random);
    const input: MapShape = [whole(11, 40, random), whole(11, 40, random), oneOf([8, 16, 32], random)];
    const output = asMap(rules.outputShape(layerOf(size), input));
    const up = input.map((side, axis) => (axis < 2 ? Math.ceil(side / size) : side));
    return {
      text: `Max pooling of ${square(size)} with stride ${size}, without padding, gets ${formatShape(input)}. What comes out?`,
      right: choice(
        formatShape(output),
        `${output[0]} × ${size} = ${output[0] * size} rows are read, and ${output[1]} × ${size} = ${output[1] * size} columns. What is left over at the end makes no whole window.`,
      ),
      wrong: [
        ...shapeChoice([up[0], up[1], input[2]], 'That rounds up. A window that is not whole is left out.'),
        ...shapeChoice(
          [input[0] - size + 1, input[1] - size + 1, input[2]],
          'That is a stride of 1. The windows do not overlap.',
        ),
        ...shapeChoice(
          [output[0], output[1], Math.floor(input[2] / size)],
          'Each map is pooled by itself. Their number stays.',
        ),
        ...shapeChoice(
          [output[0], input[1], input[2]],
          'The window has two sides: columns become fewer as well.',
        ),
      ],
    };
  },
  dropped: (_about, _pipeline, random) => {
    const size = oneOf([2, 3, 4], random);
    const side = size * whole(4, 9, random) + whole(1, size - 1, random);
    const out = asMap(rules.outputShape(layerOf(size), [side, side, 1]))[0];
    const unread = side * side - out * out * size * size;
    return forNumber(
      `Max pooling of ${square(size)} with stride ${size}, without padding, gets a map of ${square(side)}. How many of its values are never read?`,
      formatCount,
      unread,
      `${out} windows fit along each side, so ${out * size} × ${out * size} = ${formatCount((out * size) ** 2)} of ${formatCount(side * side)} values are read, and ${formatCount(side * side)} − ${formatCount((out * size) ** 2)} = ${formatCount(unread)} are not.`,
      [
        [0, `${side} is no multiple of ${size}: something is left over.`],
        [side - out * size, 'Those are rows. Each has many values, and columns are left out as well.'],
        [(side - out * size) * side, 'Those are the rows. Columns are left out as well.'],
        [
          2 * (side - out * size) * side,
          'The corner belongs to rows and columns, and is counted twice here.',
        ],
      ],
    );
  },
  share: (_about, _pipeline, random) => {
    const size = oneOf([2, 3, 4, 5], random);
    const side = size * whole(4, 8, random);
    const input: MapShape = [side, side, oneOf([4, 8, 16], random)];
    const kept = sizeOf(rules.outputShape(layerOf(size), input)) / sizeOf(input);
    return forNumber(
      `Max pooling of ${square(size)} with stride ${size} gets ${formatShape(input)}. What share of the values goes on?`,
      formatPercent,
      kept,
      `One of ${size} × ${size} = ${size * size} values of each window goes on.`,
      [
        [1 / size, 'The window has two sides: both count.'],
        [1 - kept, 'That is the share that is dropped.'],
        [kept / input[2], 'The maps stay: each is pooled by itself.'],
        [1 / (size * 2), 'The sides of the window are multiplied, not added.'],
      ],
    );
  },
  gradient: (_about, _pipeline, random) => {
    const values = several(range(1, 30), 4, random);
    const arriving = oneOf([0.4, 0.8, 1.2, -0.4, -0.8], random);
    const input = { shape: [2, 2, 1] as const, values: Float32Array.from(values) };
    const back = rules.pullBack(layerOf(2), input, null, Float64Array.of(arriving));
    const best = values.indexOf(Math.max(...values));
    const asked = oneOf([best, values.indexOf(Math.min(...values))], random);
    const total = values.reduce((sum, value) => sum + value, 0);
    return forNumber(
      `A pooling window holds ${values.join(', ')}. In training the gradient ${formatShort(arriving)} arrives at its output. What does the value ${values[asked]} get of it?`,
      formatShort,
      back[asked],
      asked === best
        ? `It is the largest, so it gets all of it.`
        : `Only ${values[best]}, the largest, had a part in the output. The others get 0.`,
      [
        [
          asked === best ? 0 : arriving,
          asked === best
            ? 'It is the winner: a change of it is a change of the output.'
            : 'It is not the largest: a small change of it changes nothing.',
        ],
        [arriving / 4, 'That shares it out evenly, as average pooling does.'],
        [(arriving * values[asked]) / total, 'Sizes are no shares: the winner takes it all.'],
        [-arriving, 'Pooling turns no sign.'],
      ],
    );
  },
};

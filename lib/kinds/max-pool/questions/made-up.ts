import { range } from 'd3-array';
import { formatCount, formatPercent, formatShape, formatShort } from '@/lib/format/format';
import { formatSides } from '@/lib/kinds/parts/sides';
import { rulesOf } from '@/lib/kinds/registry';
import type { MaxPoolLayer } from '@/lib/kinds/types';
import { forNumber, oneOf, several, smallMap, whole } from '@/lib/questions/maker';
import { choice, shapeChoice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { asMap, type MapShape, size as sizeOf } from '@/lib/tensor/tensor';
import words from '@/words/bank-made-up-pooling';
import { explain } from '../explain';
import { gradient } from '../gradient';

const layerOf = (size: number, stride = size): MaxPoolLayer => ({
  id: 'pooling',
  kind: 'maxPool',
  size,
  stride,
  padding: 'valid',
});
const rules = rulesOf(layerOf(2));

export const MADE_UP_POOLING: Writers<null> = {
  map: (_about, _pipeline, random) => {
    const { values, rows, input, row, column } = smallMap(random);
    const { value, terms } = explain(layerOf(2), input, null, [row, column, 0]);
    const window = terms.map((term) => term.value);
    return forNumber(
      words.map({ rows, row, column }),
      formatShort,
      value,
      words.mapWhy({ values: window.join(', '), value: formatShort(value) }),
      [
        [window.reduce((sum, one) => sum + one, 0) / 4, words.mapMean()],
        [values[row * 4 + column], words.mapOwn()],
        [Math.max(...values), words.mapWhole()],
        [Math.min(...window), words.mapSmallest()],
        [window.reduce((sum, one) => sum + one, 0), words.mapSum()],
      ],
    );
  },
  place: (_about, _pipeline, random) => {
    const { rows, input, row, column } = smallMap(random);
    const { terms, winner = 0 } = explain(layerOf(2), input, null, [row, column, 0]);
    const named = ([row, column]: readonly number[]) => words.at({ row, column });
    return {
      text: words.place({ rows, row, column }),
      right: choice(
        named(terms[winner].source),
        words.placeWhy({
          row,
          top: 2 * row,
          column,
          left: 2 * column,
          value: formatShort(terms[winner].value),
        }),
      ),
      wrong: terms.flatMap((term, at) =>
        at === winner
          ? []
          : [choice(named(term.source), words.placeSmaller({ value: formatShort(term.value) }))],
      ),
    };
  },
  shape: (_about, _pipeline, random) => {
    const size = oneOf([2, 3], random);
    const input: MapShape = [whole(11, 40, random), whole(11, 40, random), oneOf([8, 16, 32], random)];
    const output = asMap(rules.outputShape(layerOf(size), input));
    const up = input.map((side, axis) => (axis < 2 ? Math.ceil(side / size) : side));
    return {
      text: words.shape({ size: formatSides(size), stride: size, input: formatShape(input) }),
      right: choice(
        formatShape(output),
        words.shapeWhy({
          down: output[0],
          size,
          rows: output[0] * size,
          across: output[1],
          columns: output[1] * size,
        }),
      ),
      wrong: [
        ...shapeChoice([up[0], up[1], input[2]], words.shapeUp()),
        ...shapeChoice([input[0] - size + 1, input[1] - size + 1, input[2]], words.shapeOne()),
        ...shapeChoice([output[0], output[1], Math.floor(input[2] / size)], words.shapeMaps()),
        ...shapeChoice([output[0], input[1], input[2]], words.shapeSide()),
      ],
    };
  },
  dropped: (_about, _pipeline, random) => {
    const size = oneOf([2, 3, 4], random);
    const side = size * whole(4, 9, random) + whole(1, size - 1, random);
    const out = asMap(rules.outputShape(layerOf(size), [side, side, 1]))[0];
    const unread = side * side - out * out * size * size;
    return forNumber(
      words.dropped({ size: formatSides(size), stride: size, side: formatSides(side) }),
      formatCount,
      unread,
      words.droppedWhy({
        windows: out,
        read: out * size,
        values: formatCount((out * size) ** 2),
        all: formatCount(side * side),
        unread: formatCount(unread),
      }),
      [
        [0, words.droppedNone({ side, size })],
        [side - out * size, words.droppedRows()],
        [(side - out * size) * side, words.droppedColumns()],
        [2 * (side - out * size) * side, words.droppedCorner()],
      ],
    );
  },
  share: (_about, _pipeline, random) => {
    const size = oneOf([2, 3, 4, 5], random);
    const side = size * whole(4, 8, random);
    const input: MapShape = [side, side, oneOf([4, 8, 16], random)];
    const kept = sizeOf(rules.outputShape(layerOf(size), input)) / sizeOf(input);
    return forNumber(
      words.share({ size: formatSides(size), stride: size, input: formatShape(input) }),
      formatPercent,
      kept,
      words.shareWhy({ size, values: size * size }),
      [
        [1 / size, words.shareSide()],
        [1 - kept, words.shareDropped()],
        [kept / input[2], words.shareMaps()],
        [1 / (size * 2), words.shareSum()],
      ],
    );
  },
  gradient: (_about, _pipeline, random) => {
    const values = several(range(1, 30), 4, random);
    const arriving = oneOf([0.4, 0.8, 1.2, -0.4, -0.8], random);
    const input = { shape: [2, 2, 1] as const, values: Float32Array.from(values) };
    const back = gradient.pullBack(layerOf(2), input, null, Float64Array.of(arriving));
    const best = values.indexOf(Math.max(...values));
    const asked = oneOf([best, values.indexOf(Math.min(...values))], random);
    const total = values.reduce((sum, value) => sum + value, 0);
    return forNumber(
      words.gradient({ values: values.join(', '), gradient: formatShort(arriving), value: values[asked] }),
      formatShort,
      back[asked],
      asked === best ? words.gradientAll() : words.gradientNone({ best: values[best] }),
      [
        [asked === best ? 0 : arriving, asked === best ? words.gradientWinner() : words.gradientLoser()],
        [arriving / 4, words.gradientEven()],
        [(arriving * values[asked]) / total, words.gradientShares()],
        [-arriving, words.gradientSign()],
      ],
    );
  },
};

import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import { classWord } from '@/lib/pipeline/class-words';
import { explain } from '@/lib/provenance/explain';
import { wayToPixels } from '@/lib/provenance/way';
import { asMap, asPlace, cellAt, isMap, size } from '@/lib/tensor/tensor';
import common from '@/words/task-words';
import words from '@/words/trace-task-vectors';
import { firstOf, standout } from './choose';
import type { About, Mistake, Task } from './task';
import { stageBefore, whole } from './words';

/** Which value of the maps stands at an index of the vector. */
export function unrolled({ pipeline, stage, random }: About): Task | null {
  const before = stageBefore(pipeline, stage);
  if (!before || !isMap(stage.input)) return null;
  const [height, width, depth] = stage.input;
  const index = Math.floor(random() * size(stage.input));
  const [row, column, channel] = asPlace(cellAt(stage.input, index));
  const place = Math.floor(index / depth);
  // Channel after channel, as other libraries do it.
  const first = [Math.floor(index / width) % height, index % width, Math.floor(index / (height * width))];
  return {
    id: `unrolled ${index}`,
    text: words.unrolled({ before: before.id, index: formatCount(index) }),
    tip: words.unrolledTip({ before: before.id, height, width, depth }),
    fields: [whole(common.row(), height), whole(common.column(), width), whole(words.channel(), depth)],
    right: [row, column, channel],
    because: words.unrolledBecause({ index: formatCount(index), row, width, column, depth, channel }),
    mistakes: [
      {
        answer: first,
        sentence: words.channelFirst(),
      },
      ...(row === column ? [] : [{ answer: [column, row, channel], sentence: words.swapped() }]),
      {
        answer: [Math.floor(place / height), place % height, channel],
        sentence: words.byHeight(),
      },
      {
        answer: [row + 1, column + 1, channel + 1],
        sentence: words.allFrom0(),
      },
    ],
    otherwise: words.unrolledOtherwise({ depth, width }),
    look: null,
    open: false,
    way: [
      { stage: stage.id, cell: [index] },
      { stage: before.id, cell: [row, column, channel] },
    ],
  };
}

/** Which input counted most for a unit. */
export function strongestInput({ pipeline, trace, weights, stage, random }: About): Task | null {
  const before = stageBefore(pipeline, stage);
  if (!before) return null;
  return firstOf(
    trace.stages[stage.number - 1],
    random,
    (value) => value > 0,
    (cell): Task | null => {
      const told = explain(pipeline, trace, weights, stage.id, cell);
      if (!told.ok) return null;
      const { terms } = told.value;
      const best = standout(terms.map(({ product }) => product));
      if (best === null) return null;
      const most = (of: (at: number) => number) =>
        terms.reduce((most, _, at) => (of(at) > of(most) ? at : most), 0);
      const worst = most((at) => -terms[at].product);
      return {
        id: `input ${cell}`,
        text: words.input({ unit: cell[0], stage: stage.id, terms: formatCount(terms.length) }),
        tip: words.inputTip(),
        fields: [whole(words.inputField({ stage: before.id }), terms.length)],
        right: [best],
        because: words.inputBecause({
          input: formatCount(best),
          value: formatNumber(terms[best].value),
          weight: formatNumber(terms[best].weight ?? 0),
          product: formatNumber(terms[best].product),
        }),
        mistakes: [
          {
            answer: [most((at) => terms[at].value)],
            sentence: words.inputLargest(),
          },
          {
            answer: [most((at) => terms[at].weight ?? 0)],
            sentence: words.weightLargest(),
          },
          { answer: [worst], sentence: words.inputAgainst() },
          { answer: [best + 1], sentence: words.inputFrom0() },
        ],
        otherwise: words.inputOtherwise(),
        look: cell,
        open: true,
        way: [
          { stage: stage.id, cell },
          { stage: before.id, cell: terms[best].source },
        ],
      };
    },
  );
}

/** From the answer down to the pixel that counted most, by the strongest term of each value. */
export function decidingPixel({ pipeline, trace, weights, stage }: About): Task | null {
  const { values } = trace.stages[stage.number - 1];
  const unit = values.reduce((best, value, at) => (value > values[best] ? at : best), 0);
  const way = wayToPixels(pipeline, trace, weights, { stage: stage.id, cell: [unit] });
  const last = way.ok ? way.value[way.value.length - 1] : null;
  if (!way.ok || !last || last.stage !== pipeline.stages[0].id) return null;
  const [row, column, channel] = asPlace(last.cell);
  const [height, width] = asMap(pipeline.architecture.input);
  const name = classWord(pipeline.architecture.classes[unit]);
  const maps: Mistake[] = way.value.flatMap((step) =>
    step.cell.length === 3 && step.stage !== last.stage && (step.cell[0] !== row || step.cell[1] !== column)
      ? [
          {
            answer: [step.cell[0], step.cell[1]],
            sentence: words.onTheWay({ stage: step.stage }),
          },
        ]
      : [],
  );
  return {
    id: `pixel ${unit}`,
    text: words.pixel({ name, share: formatPercent(values[unit]) }),
    tip: words.pixelTip(),
    fields: [whole(common.row(), height), whole(common.column(), width)],
    right: [row, column],
    because: words.pixelBecause({
      row,
      column,
      channel,
      which: ['red', 'green', 'blue'][channel] ?? 'other',
    }),
    mistakes: [
      ...(row === column
        ? []
        : [
            {
              answer: [column, row],
              sentence: common.rowsFirst(),
            },
          ]),
      ...maps,
      {
        answer: [row + 1, column + 1],
        sentence: common.tooFar(),
      },
    ],
    otherwise: words.pixelOtherwise(),
    look: null,
    open: true,
    way: way.value,
  };
}

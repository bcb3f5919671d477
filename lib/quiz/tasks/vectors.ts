import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import { explain } from '@/lib/provenance/explain';
import { wayToPixels } from '@/lib/provenance/way';
import { asMap, asPlace, cellAt, isMap, size } from '@/lib/tensor/tensor';
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
    text: `Which value of ${before.id} stands at index ${formatCount(index)} of the vector?`,
    tip: `${before.id} has ${height} rows of ${width} columns, and ${depth} channels at each place. The channel runs fastest.`,
    fields: [whole('row', height), whole('column', width), whole('channel', depth)],
    right: [row, column, channel],
    because: `${formatCount(index)} = (${row} × ${width} + ${column}) × ${depth} + ${channel}.`,
    mistakes: [
      {
        answer: first,
        sentence: 'That is the order in which the channel comes first. Here it runs fastest.',
      },
      ...(row === column
        ? []
        : [{ answer: [column, row, channel], sentence: 'Row and column are the wrong way round.' }]),
      {
        answer: [Math.floor(place / height), place % height, channel],
        sentence: 'The channel is right. A row has as many places as there are columns: divide by that.',
      },
      {
        answer: [row + 1, column + 1, channel + 1],
        sentence: 'All are one too large: they are counted from 0.',
      },
    ],
    otherwise: `Divide the index by ${depth}: the rest is the channel. Divide what comes out by ${width}.`,
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
        text: `Unit ${cell[0]} of ${stage.id} adds up ${formatCount(terms.length)} products. Which input brings most to it?`,
        tip: 'Open the unit and sort its products by sign: the most positive stands first.',
        fields: [whole(`index in ${before.id}`, terms.length)],
        right: [best],
        because: `Input ${formatCount(best)} brings ${formatNumber(terms[best].value)} × ${formatNumber(terms[best].weight ?? 0)} = ${formatNumber(terms[best].product)}.`,
        mistakes: [
          {
            answer: [most((at) => terms[at].value)],
            sentence: 'That input is the largest, but its weight makes less of it.',
          },
          {
            answer: [most((at) => terms[at].weight ?? 0)],
            sentence: 'That weight is the largest, but its input makes less of it.',
          },
          { answer: [worst], sentence: 'That one counts a lot, but against the unit.' },
          { answer: [best + 1], sentence: 'One too far: inputs are counted from 0.' },
        ],
        otherwise: 'Another input brings more.',
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
  const name = pipeline.architecture.classes[unit];
  const maps: Mistake[] = way.value.flatMap((step) =>
    step.cell.length === 3 && step.stage !== last.stage && (step.cell[0] !== row || step.cell[1] !== column)
      ? [
          {
            answer: [step.cell[0], step.cell[1]],
            sentence: `That is the place in ${step.stage}, on the way. Go on down to the picture.`,
          },
        ]
      : [],
  );
  return {
    id: `pixel ${unit}`,
    text: `The network answers “${name}” with ${formatPercent(values[unit])}. Follow the value that counted most from stage to stage: at which pixel do you arrive?`,
    tip: 'Open the answer. The first term of each list, sorted by size, is the one that counted most; “To the pixels” goes the whole way.',
    fields: [whole('row', height), whole('column', width)],
    right: [row, column],
    because: `The way ends at row ${row}, column ${column}, in ${['red', 'green', 'blue'][channel] ?? `channel ${channel}`}. It is the strongest single way, not the only one.`,
    mistakes: [
      ...(row === column
        ? []
        : [
            {
              answer: [column, row],
              sentence: 'Rows come before columns: you have them the other way round.',
            },
          ]),
      ...maps,
      {
        answer: [row + 1, column + 1],
        sentence: 'One too far each way: rows and columns are counted from 0.',
      },
    ],
    otherwise: 'Another pixel. At each value take the term whose product is largest, whatever its sign.',
    look: null,
    open: true,
    way: way.value,
  };
}

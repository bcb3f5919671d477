/** From an index of the flattened vector back to the picture, on the learner's own picture and network. */
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import { explain, winnerOf } from '@/lib/provenance/explain';
import { receptiveField } from '@/lib/provenance/field';
import type { Step } from '@/lib/provenance/way';
import type { Random } from '@/lib/quiz/question';
import type { Checked } from '@/lib/quiz/tasks';
import { firstOf, standout } from '@/lib/quiz/tasks/choose';
import type { Mistake, Traced } from '@/lib/quiz/tasks/task';
import { span, whole } from '@/lib/quiz/tasks/words';
import { fail, ok, type Result } from '@/lib/result';
import { asMap, asPlace, offset } from '@/lib/tensor/tensor';
import type { Problem } from './problem';

export const WAY: Problem = {
  id: 'way',
  about: 'flatten, pooling, convolution, input',
  text: 'This one is about your own network and the picture above. Find out which place of the pooled maps stands at an index of the flattened vector, which value of the convolution won there, and where in the picture the pixels begin that the winner can see.',
  hints: [
    'In the vector the channel runs fastest, then the column, then the row. Open the value: its only term names its place in the pooled maps, whose four candidates name the winner.',
    'Divide the index by the number of maps: the rest is the map. Divide what comes out by the number of columns: that gives row and column. The window of the convolution begins at the pooling’s stride times both. Open it and go to the pixels to see its patch.',
  ],
};

export interface WayTask extends Checked {
  readonly text: string;
  /** The value that can be opened. */
  readonly from: Step;
}

/** The stages that the way leads through: the last flattening and the two before it. */
function stagesOf(pipeline: Pipeline): readonly [flat: Stage, pool: Stage, conv: Stage] | null {
  const at = pipeline.stages.findIndex(({ layer }) => layer.kind === 'flatten');
  const [flat, pool, conv] = [pipeline.stages[at], pipeline.stages[at - 1], pipeline.stages[at - 2]];
  return pool?.layer.kind === 'maxPool' && conv ? [flat, pool, conv] : null;
}

/**
 * A way to follow, from a value that `random` chooses and whose winner stands out. Fails where the network has no
 * pooling before its flattening, or no value is fit for it.
 */
export function wayTask({ pipeline, trace, weights }: Traced, random: Random): Result<WayTask> {
  const stages = stagesOf(pipeline);
  if (!stages) return fail('This network has no pooling before its flattening, so there is no such way.');
  const [flat, pool, conv] = stages;
  const pooled = trace.stages.find(({ stage }) => stage === pool.id);
  if (!pooled) return fail('The network is on its way.');
  const task = firstOf(
    pooled,
    random,
    (value) => value > 0,
    (cell) => {
      const told = explain(pipeline, trace, weights, pool.id, cell);
      const winner = told.ok ? winnerOf(told.value) : null;
      if (!told.ok || !winner || standout(told.value.terms.map(({ value }) => value)) === null) return null;
      const field = receptiveField(pipeline, conv.id, winner);
      if (!field.ok) return null;
      const { row: top, height: tall } = field.value;
      return written(
        flat,
        pool,
        conv,
        {
          cell: asPlace(cell),
          winner: asPlace(winner),
          top,
          tall,
          pixelRows: pipeline.architecture.input[0],
        },
        told.value.value,
      );
    },
  );
  return task
    ? ok(task)
    : fail('On this picture no value stands out enough to be asked about. Choose another.');
}

interface Found {
  readonly cell: readonly [row: number, column: number, channel: number];
  readonly winner: readonly [row: number, column: number, channel: number];
  readonly top: number;
  readonly tall: number;
  /** How many rows the picture has. */
  readonly pixelRows: number;
}

function written(
  flat: Stage,
  pool: Stage,
  conv: Stage,
  { cell, winner, top, tall, pixelRows }: Found,
  value: number,
): WayTask {
  const [height, width, depth] = asMap(pool.output);
  const [rows, columns] = asMap(conv.output);
  const [row, column, map] = cell;
  const index = offset(pool.output, cell);
  const [won, wonColumn] = winner;
  // Channel after channel, as other libraries do it.
  const other = [Math.floor(index / width) % height, index % width, Math.floor(index / (height * width))];
  const mistakes: Mistake[] = [
    {
      answer: [...other, null, null, null],
      sentence: `That is the order in which the channel comes first. In ${flat.id} it runs fastest.`,
    },
    {
      answer: [row, column, map, row, column, null],
      sentence: `The place in ${pool.id} is right, but ${conv.id} is larger: there the window begins at the stride times row and column.`,
    },
    {
      answer: [row, column, map, won, wonColumn, won],
      sentence: `All is right down to ${conv.id}. But its rows are no rows of the picture: a pooling and two kernels lie between.`,
    },
  ];
  return {
    text: `At index ${formatCount(index)} ${flat.id} has ${formatNumber(value)}. Where does it come from?`,
    fields: [
      whole(`row in ${pool.id}`, height),
      whole(`column in ${pool.id}`, width),
      whole('map', depth),
      whole(`row in ${conv.id}`, rows),
      whole(`column in ${conv.id}`, columns),
      whole('first pixel row', pixelRows),
    ],
    right: [row, column, map, won, wonColumn, top],
    because: `${formatCount(index)} = (${row} × ${width} + ${column}) × ${depth} + ${map}. There the value at row ${won}, column ${wonColumn} of ${conv.id} won, and it sees ${span('pixel row', top, tall)}.`,
    mistakes,
    otherwise: `Begin with the map: it is what is left when ${formatCount(index)} is divided by ${depth}.`,
    from: { stage: flat.id, cell: [index] },
  };
}

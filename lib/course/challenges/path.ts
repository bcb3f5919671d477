/** From an index of the flattened vector back to the image, on the learner's own image and network. */

import type { ChallengeProblem } from '@/lib/challenges/problem';
import { formatCount, formatNumber } from '@/lib/format/format';
import { gradientOf } from '@/lib/kinds/gradients';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { explain, winnerOf } from '@/lib/provenance/explain';
import { receptiveField } from '@/lib/provenance/field';
import type { Step } from '@/lib/provenance/path';
import { firstOf, standout } from '@/lib/questions/choose';
import type { Random } from '@/lib/questions/question';
import type { Mistake, Traced } from '@/lib/questions/task';
import { whole } from '@/lib/questions/task-words';
import type { Checked } from '@/lib/quiz/tasks';
import { fail, ok, type Result } from '@/lib/result';
import { asMap, asPlace, offset } from '@/lib/tensor/tensor';
import words from '@/words/problem-path';

export const PATH: ChallengeProblem = {
  id: 'way',
  about: words.about(),
  text: words.text(),
  hints: [words.hint1(), words.hint2()],
};

export interface PathTask extends Checked {
  readonly text: string;
  /** The value from which the path starts; it can be opened. */
  readonly from: Step;
}

/** The stages of the path: the last flattening and the two before it. */
function stagesOf(pipeline: Pipeline): readonly [flat: Stage, pool: Stage, conv: Stage] | null {
  const at = pipeline.stages.findIndex(({ layer }) => rulesOf(layer).unrolls);
  const [flat, pool, conv] = [pipeline.stages[at], pipeline.stages[at - 1], pipeline.stages[at - 2]];
  return pool && gradientOf(pool.layer).hasWinner && conv ? [flat, pool, conv] : null;
}

/**
 * A path to trace, from a value that `random` chooses and that has a clear winner. Fails where the network
 * has no pooling before its flattening, or no suitable value.
 */
export function pathTask({ pipeline, trace, weights }: Traced, random: Random): Result<PathTask> {
  const stages = stagesOf(pipeline);
  if (!stages) return fail(words.noPooling());
  const [flat, pool, conv] = stages;
  const pooled = trace.stages.find(({ stage }) => stage === pool.id);
  if (!pooled) return fail(words.loading());
  const task = firstOf(
    pooled,
    random,
    (value) => value > 0,
    (cell) => {
      const explanation = explain(pipeline, trace, weights, pool.id, cell);
      const winner = explanation.ok ? winnerOf(explanation.value) : null;
      if (!explanation.ok || !winner || standout(explanation.value.terms.map(({ value }) => value)) === null)
        return null;
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
        explanation.value.value,
      );
    },
  );
  return task ? ok(task) : fail(words.nothing());
}

interface Found {
  readonly cell: readonly [row: number, column: number, channel: number];
  readonly winner: readonly [row: number, column: number, channel: number];
  readonly top: number;
  readonly tall: number;
  /** The number of rows of the image. */
  readonly pixelRows: number;
}

function written(
  flat: Stage,
  pool: Stage,
  conv: Stage,
  { cell, winner, top, tall, pixelRows }: Found,
  value: number,
): PathTask {
  const [height, width, depth] = asMap(pool.output);
  const [rows, columns] = asMap(conv.output);
  const [row, column, map] = cell;
  const index = offset(pool.output, cell);
  const [won, wonColumn] = winner;
  // Channel after channel, as in some other libraries.
  const other = [Math.floor(index / width) % height, index % width, Math.floor(index / (height * width))];
  const mistakes: Mistake[] = [
    {
      answer: [...other, null, null, null],
      sentence: words.channelFirst({ flat: flat.id }),
    },
    {
      answer: [row, column, map, row, column, null],
      sentence: words.noStride({ pool: pool.id, conv: conv.id }),
    },
    {
      answer: [row, column, map, won, wonColumn, won],
      sentence: words.notPixels({ conv: conv.id }),
    },
  ];
  return {
    text: words.task({ index: formatCount(index), flat: flat.id, value: formatNumber(value) }),
    fields: [
      whole(words.rowIn({ stage: pool.id }), height),
      whole(words.columnIn({ stage: pool.id }), width),
      whole(words.map(), depth),
      whole(words.rowIn({ stage: conv.id }), rows),
      whole(words.columnIn({ stage: conv.id }), columns),
      whole(words.firstRow(), pixelRows),
    ],
    right: [row, column, map, won, wonColumn, top],
    because: words.because({
      sum: `${formatCount(index)} = (${row} × ${width} + ${column}) × ${depth} + ${map}`,
      row: won,
      column: wonColumn,
      conv: conv.id,
      count: tall,
      first: top,
      last: top + tall - 1,
    }),
    mistakes,
    otherwise: words.otherwise({ index: formatCount(index), depth }),
    from: { stage: flat.id, cell: [index] },
  };
}

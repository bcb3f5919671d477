import { gradientOf } from '@/lib/kinds/gradients';
import { explain } from '@/lib/provenance/explain';
import { fail, ok } from '@/lib/result';
import { asMap, asPlace, cellAt, offset } from '@/lib/tensor/tensor';
import words from '@/words/formulas';
import { largest, type Part, type Read, single } from './reading';

/** The backward pass through a max pooling: the winner gets all of the gradient. */
export const poolBack: Read = ({ pipeline, trace, gradients }) => {
  const stage = pipeline.stages.findLast(({ layer }) => gradientOf(layer).hasWinner);
  const gradient = gradients.stages.find((one) => one.stage === stage);
  if (!stage || !gradient) return fail(words.noPooling());
  const [at] = largest(gradient.output, 1);
  const cell = cellAt(stage.output, at);
  const explained = explain(pipeline, trace, trace.weights, stage.id, cell);
  if (!explained.ok) return explained;
  const { terms, winner = 0, value } = explained.value;
  const shape = asMap(stage.input);
  const before = gradients.stages[gradients.stages.indexOf(gradient) - 1].output;
  // A window at the edge may be cut off.
  const columns = new Set(terms.map(({ source }) => source[1])).size;
  const grid = (symbol: string, title: string, values: readonly number[], scale: Part['scale']): Part => ({
    symbol,
    title,
    values: Float32Array.from(values),
    columns,
    marked: winner,
    scale,
  });
  const back = terms.map(({ source }) => before[offset(shape, source)]);
  const [row, column, channel] = asPlace(cell);
  return ok({
    about: words.poolBack({ stage: stage.id, map: channel, row, column }),
    values: { x: value, d: gradient.output[at], B: back[winner] },
    parts: [
      grid(
        'x',
        words.window(),
        terms.map((one) => one.value),
        'values',
      ),
      single('d', words.largestGradient(), gradient.output[at], 'signed'),
      grid('B', words.windowGradients(), back, 'signed'),
    ],
  });
};

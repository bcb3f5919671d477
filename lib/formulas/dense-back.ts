/** The backward pass through the last dense layer, and through the ReLU before it. */
import { hasRelu } from '@/lib/kinds/parts/relu';
import { tracedAt, weightsAt } from '@/lib/provenance/traced';
import { fail, ok } from '@/lib/result';
import words from '@/words/formulas';
import { largest, type Part, type Read, single } from './reading';

/** How many inputs are written out. */
const INPUTS = 7;

/**
 * Gradients of kernel, bias and input of the last dense layer: an outer product, and a sum over the units.
 */
export const denseBack: Read = ({ pipeline, classWord, trace, gradients, label }) => {
  const at = pipeline.stages.length - 1;
  const stage = pipeline.stages[at];
  const { classes } = pipeline.architecture;
  const names = classes.map(classWord);
  const own = weightsAt(trace.weights, stage);
  const input = tracedAt(trace, pipeline.stages[at - 1]);
  if (!own.ok) return own;
  if (!input.ok) return input;
  if (!own.value?.kernel) return fail(words.noWeights({ title: stage.title }));
  const { kernel } = own.value;
  const delta = gradients.stages[at].before;
  const { values } = input.value;
  const shown = largest(values, INPUTS);
  const [unit] = shown;
  const row = kernel.values.subarray(unit * classes.length, (unit + 1) * classes.length);
  const products = Float64Array.from(row, (weight, k) => weight * delta[k]);
  const back = products.reduce((sum, one) => sum + one, 0);
  const across = (
    symbol: string,
    title: string,
    numbers: ArrayLike<number>,
    scale?: Part['scale'],
  ): Part => ({
    symbol,
    title,
    values: Float32Array.from(numbers),
    columns: classes.length,
    columnNames: names,
    marked: label,
    scale,
  });
  return ok({
    about: words.denseBack({ stage: stage.id, input: unit, inputs: values.length, class: names[label] }),
    values: { a: values[unit], d: delta[label], G: values[unit] * delta[label], W: row[label], B: back },
    parts: [
      {
        symbol: 'a',
        title: words.largestInputs(),
        values: Float32Array.from(shown, (one) => values[one]),
        columns: 1,
        rowNames: shown.map((one) => words.input({ input: one })),
        marked: 0,
        scale: 'values',
      },
      across('d', words.sumGradients(), delta, 'signed'),
      {
        symbol: 'G',
        title: words.weightGradients(),
        values: Float32Array.from(shown.flatMap((one) => Array.from(delta, (slope) => values[one] * slope))),
        columns: classes.length,
        rowNames: shown.map((one) => words.input({ input: one })),
        columnNames: names,
        marked: label,
        scale: 'signed',
      },
      across('W', words.inputWeights({ input: unit }), row, 'signed'),
      single('B', words.ofInput({ input: unit }), back),
    ],
  });
};

/** The gate of a ReLU: the gradient passes where the sum was above 0. */
export const reluBack: Read = ({ pipeline, trace, gradients }) => {
  const stage = pipeline.stages.findLast(({ layer }) => hasRelu(layer));
  if (!stage) return fail(words.noRelu());
  const traced = tracedAt(trace, stage);
  if (!traced.ok) return traced;
  const { before: sums } = traced.value;
  const gradient = gradients.stages.find((one) => one.stage.id === stage.id);
  if (!sums || !gradient) return fail(words.noSums({ title: stage.title }));
  const shown = largest(gradient.output, INPUTS);
  // Where both exist, both are shown: an open gate and a closed one.
  const shut = largest(gradient.output, gradient.output.length).find((one) => sums[one] <= 0);
  if (shut !== undefined && !shown.includes(shut)) shown[shown.length - 1] = shut;
  const marked = shown.findIndex((one) => sums[one] > 0);
  const unit = shown[Math.max(0, marked)];
  const gates = shown.map((one) => Number(traced.value.values[one] > 0));
  const column = (symbol: string, title: string, values: readonly number[], named = false): Part => ({
    symbol,
    title,
    values: Float32Array.from(values),
    columns: 1,
    marked: Math.max(0, marked),
    ...(named && { rowNames: shown.map((one) => `${one}`) }),
  });
  return ok({
    about: words.reluBack({ stage: stage.id, count: shown.length, unit }),
    values: {
      z: sums[unit],
      gate: Number(sums[unit] > 0),
      da: gradient.output[unit],
      dz: gradient.before[unit],
    },
    parts: [
      column(
        'z',
        words.sums(),
        shown.map((one) => sums[one]),
        true,
      ),
      column('gate', words.gates(), gates),
      column(
        'da',
        words.fromBehind(),
        shown.map((one) => gradient.output[one]),
      ),
      column(
        'dz',
        words.handedOn(),
        shown.map((one) => gradient.before[one]),
      ),
    ],
  });
};

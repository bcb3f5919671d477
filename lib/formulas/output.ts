/** From the last layer's sums to the loss, and the first step back. */
import { softmax as shares } from '@/lib/layers/activation';
import { tracedAt } from '@/lib/provenance/traced';
import { fail, ok } from '@/lib/result';
import { type Part, type Read, single } from './reading';

/** p = e^(z - m) over the sum of all. */
export const softmax: Read = ({ pipeline, trace, label }) => {
  const stage = pipeline.stages[pipeline.stages.length - 1];
  const traced = tracedAt(trace, stage);
  if (!traced.ok) return traced;
  if (!traced.value.before) return fail(`“${stage.title}” does not end in a softmax.`);
  const { classes } = pipeline.architecture;
  const terms = shares(Array.from(traced.value.before));
  const m = terms.reduce((most, { logit }) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const sum = terms.reduce((all, { shifted }) => all + shifted, 0);
  const column = (symbol: string, title: string, values: readonly number[], named = false): Part => ({
    symbol,
    title,
    values: Float32Array.from(values),
    columns: 1,
    marked: label,
    ...(named && { rowNames: classes }),
  });
  return ok({
    about: `${stage.id}, class ${classes[label]}.`,
    values: {
      z: terms[label].logit,
      m,
      e: terms[label].shifted,
      s: sum,
      p: terms[label].probability,
    },
    parts: [
      column(
        'z',
        'logits',
        terms.map(({ logit }) => logit),
        true,
      ),
      column(
        'e',
        'exponentials',
        terms.map(({ shifted }) => shifted),
      ),
      column(
        'p',
        'probabilities',
        terms.map(({ probability }) => probability),
      ),
      single('m', 'largest logit', m),
      single('s', 'sum of exponentials', sum),
    ],
  });
};

/** L = -log p of the right class, and its gradient p - y. */
export const crossEntropy: Read = ({ pipeline, gradients, label }) => {
  const { classes } = pipeline.architecture;
  const { probabilities, loss, stages } = gradients;
  const { before } = stages[stages.length - 1];
  const column = (symbol: string, title: string, values: ArrayLike<number>, named = false): Part => ({
    symbol,
    title,
    values: Float32Array.from(values),
    columns: 1,
    marked: label,
    ...(named && { rowNames: classes }),
  });
  return ok({
    about: `The right class is ${classes[label]}.`,
    values: { p: probabilities[label], y: 1, L: loss, g: before[label] },
    parts: [
      column('p', 'probabilities', probabilities, true),
      column(
        'y',
        'the right answer',
        classes.map((_, unit) => Number(unit === label)),
      ),
      column('g', 'gradients', before),
      single('L', 'loss', loss),
    ],
  });
};

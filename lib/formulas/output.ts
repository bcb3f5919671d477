/** From the last layer's sums to the loss, and the first step of the backward pass. */
import { softmax as shares } from '@/lib/kinds/parts/activation';
import { tracedAt } from '@/lib/provenance/traced';
import { fail, ok } from '@/lib/result';
import words from '@/words/formulas';
import { type Part, type Read, single } from './reading';

/** Writes columns of one value per class, with one class marked. */
const columnsOf =
  (classNames: readonly string[], marked: number) =>
  (symbol: string, title: string, values: ArrayLike<number>, named = false): Part => ({
    symbol,
    title,
    values: Float32Array.from(values),
    columns: 1,
    marked,
    ...(named && { rowNames: classNames }),
  });

/** p = e^(z - m) over the sum of all. */
export const softmax: Read = ({ pipeline, classWord, trace, label }) => {
  const stage = pipeline.stages[pipeline.stages.length - 1];
  const traced = tracedAt(trace, stage);
  if (!traced.ok) return traced;
  if (!traced.value.before) return fail(words.noSoftmax({ title: stage.title }));
  const { classes } = pipeline.architecture;
  const terms = shares(Array.from(traced.value.before));
  const m = terms.reduce((most, { logit }) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
  const sum = terms.reduce((all, { shifted }) => all + shifted, 0);
  const column = columnsOf(classes.map(classWord), label);
  return ok({
    about: words.class({ stage: stage.id, class: classWord(classes[label]) }),
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
        words.logits(),
        terms.map(({ logit }) => logit),
        true,
      ),
      column(
        'e',
        words.exponentials(),
        terms.map(({ shifted }) => shifted),
      ),
      column(
        'p',
        words.probabilities(),
        terms.map(({ probability }) => probability),
      ),
      single('m', words.largestLogit(), m),
      single('s', words.exponentialSum(), sum),
    ],
  });
};

/** L = -log p of the actual class, and its gradient p - y. */
export const crossEntropy: Read = ({ pipeline, classWord, gradients, label }) => {
  const { classes } = pipeline.architecture;
  const { probabilities, loss, stages } = gradients;
  const { before } = stages[stages.length - 1];
  const column = columnsOf(classes.map(classWord), label);
  return ok({
    about: words.rightClass({ class: classWord(classes[label]) }),
    values: { p: probabilities[label], y: 1, L: loss, g: before[label] },
    parts: [
      column('p', words.probabilities(), probabilities, true),
      column(
        'y',
        words.rightAnswer(),
        classes.map((_, unit) => Number(unit === label)),
      ),
      column('g', words.gradients(), before),
      single('L', words.loss(), loss),
    ],
  });
};

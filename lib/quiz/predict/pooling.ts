import { mean, min } from 'd3-array';
import { formatNumber } from '@/lib/format/format';
import { explain } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import { asMap, asPlace } from '@/lib/tensor/tensor';
import { wrongPlaces } from '../tasks/pooling';
import type { Task } from '../tasks/task';
import { cellName, stageBefore, whole } from '../tasks/words';
import { type AboutCell, besides, common } from './about';

/** The window of one value, and the stage it lies on. */
function windowOf({ pipeline, trace, weights, stage, cell }: AboutCell) {
  const before = stageBefore(pipeline, stage);
  const told = explain(pipeline, trace, weights, stage.id, cell);
  if (!before || !told.ok || told.value.winner === undefined || told.value.terms.length < 2) return null;
  return { ...told.value, before, best: told.value.winner };
}

/** Which value of the window goes on. */
export function pooledWinner(about: AboutCell): Task | null {
  const { stage, cell } = about;
  const window = stage.layer.kind === 'maxPool' ? windowOf(about) : null;
  if (!window) return null;
  const { before, terms, best } = window;
  const [height, width] = asMap(stage.input);
  const [row, column] = asPlace(terms[best].source);
  return {
    ...common(stage.id, cell),
    id: `predict winner ${cell}`,
    text: `Which place of ${before.id} wins the window of ${stage.id} at ${cellName(stage, cell)}?`,
    tip: `The window covers ${terms.length} values; the figure shows them with their places.`,
    fields: [whole(`row in ${before.id}`, height), whole(`column in ${before.id}`, width)],
    right: [row, column],
    because: `The largest is ${formatNumber(terms[best].value)}, at row ${row}, column ${column}.`,
    mistakes: wrongPlaces({ cell, stage, before, terms, best }),
    otherwise: `That place is not under this window of ${stage.id}.`,
  };
}

/** What number the window hands on. */
export function pooledValue(about: AboutCell): Task | null {
  const { stage, cell } = about;
  const window = windowOf(about);
  if (!window) return null;
  const { terms, value, best } = window;
  const values = terms.map((term) => term.value);
  return {
    ...common(stage.id, cell),
    text: `What does ${stage.id} answer at ${cellName(stage, cell)}? Three decimals are enough.`,
    tip: `The window covers ${terms.length} values; the figure shows them.`,
    fields: [{ kind: 'decimal', label: 'the value' }],
    right: [value],
    because: `${formatNumber(terms[best].value)} is the largest of the ${terms.length}, and goes on as it is.`,
    mistakes: [
      {
        answer: [mean(values) ?? 0],
        sentence: 'That is the mean: average pooling. This layer keeps the largest.',
      },
      {
        answer: [sumOf(terms)],
        sentence: 'A convolution adds up. Pooling picks one of the values.',
      },
      { answer: [min(values) ?? 0], sentence: 'That is the smallest. What fired most is what is kept.' },
      {
        answer: [values[0]],
        sentence: 'That is the first. It does not matter which comes first, only which is largest.',
      },
      ...values.map((own) => ({
        answer: [own],
        sentence: 'That is in the window, but another value is larger.',
      })),
      ...besides(about),
    ],
    otherwise: 'Pooling reckons nothing: one of the values under the window goes on.',
  };
}

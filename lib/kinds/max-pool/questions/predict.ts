import { mean, min } from 'd3-array';
import { formatNumber, formatShape } from '@/lib/format/format';
import { formatSides } from '@/lib/kinds/parts/sides';
import { explain } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import { type AboutCell, besides, common } from '@/lib/questions/about';
import { shapeOfWindows } from '@/lib/questions/shapes';
import type { Task } from '@/lib/questions/task';
import { cellName, stageBefore, whole } from '@/lib/questions/task-words';
import { asMap, asPlace } from '@/lib/tensor/tensor';
import words from '@/words/predict';
import { maxPool } from '../layer';
import { wrongPlaces } from './task';

/** The window of one value, and the stage that it lies on. */
function windowOf({ pipeline, trace, weights, stage, cell }: AboutCell) {
  const before = stageBefore(pipeline, stage);
  const explanation = explain(pipeline, trace, weights, stage.id, cell);
  if (
    !before ||
    !explanation.ok ||
    explanation.value.winner === undefined ||
    explanation.value.terms.length < 2
  )
    return null;
  return { ...explanation.value, before, best: explanation.value.winner };
}

/** Which value of the window is the maximum. */
export function pooledWinner(about: AboutCell): Task | null {
  const { stage, cell } = about;
  const window = windowOf(about);
  if (!window) return null;
  const { before, terms, best } = window;
  const [height, width] = asMap(stage.input);
  const [row, column] = asPlace(terms[best].source);
  return {
    ...common(stage.id, cell),
    id: `predict winner ${cell}`,
    text: words.winnerText({ before: before.id, stage: stage.id, cell: cellName(stage, cell) }),
    tip: words.winnerTip({ count: terms.length }),
    fields: [
      whole(words.rowIn({ stage: before.id }), height),
      whole(words.columnIn({ stage: before.id }), width),
    ],
    right: [row, column],
    because: words.winnerBecause({ value: formatNumber(terms[best].value), row, column }),
    mistakes: wrongPlaces({ cell, stage, before, terms, best }),
    otherwise: words.notUnder({ stage: stage.id }),
  };
}

/** Which number the window outputs. */
export function pooledValue(about: AboutCell): Task | null {
  const { stage, cell } = about;
  const window = windowOf(about);
  if (!window) return null;
  const { terms, value, best } = window;
  const values = terms.map((term) => term.value);
  return {
    ...common(stage.id, cell),
    text: words.valueText({ stage: stage.id, cell: cellName(stage, cell) }),
    tip: words.pooledTip({ count: terms.length }),
    fields: [{ kind: 'decimal', label: words.value() }],
    right: [value],
    because: words.pooledBecause({ value: formatNumber(terms[best].value), count: terms.length }),
    mistakes: [
      {
        answer: [mean(values) ?? 0],
        sentence: words.mean(),
      },
      {
        answer: [sumOf(terms)],
        sentence: words.addedUp(),
      },
      { answer: [min(values) ?? 0], sentence: words.smallest() },
      {
        answer: [values[0]],
        sentence: words.first(),
      },
      ...values.map((own) => ({
        answer: [own],
        sentence: words.larger(),
      })),
      ...besides(about),
    ],
    otherwise: words.pooledOtherwise(),
  };
}

/** What shape the maps have. */
export function pooledShape(about: AboutCell): Task | null {
  const { layer, input, output } = about.stage;
  if (layer.kind !== 'maxPool') return null;
  const { size, stride, padding } = layer;
  const [height, width] = asMap(output);
  return shapeOfWindows(about, {
    tip: words.windowTip({ size: formatSides(size), stride, padding }),
    because: words.poolBecause({ output: formatShape(output) }),
    sliding: layer,
    with: (change) => maxPool.outputShape({ ...layer, ...change }, input),
    mistakes: [{ answer: [height, width, Math.ceil(asMap(input)[2] / stride)], sentence: words.notFewer() }],
  });
}

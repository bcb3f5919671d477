import { explainGradient } from '@/lib/provenance/gradient';
import { tracedAt } from '@/lib/provenance/traced';
import { ok } from '@/lib/result';
import { asMap, asPlace, channelOf, contains, offset } from '@/lib/tensor/tensor';
import words from '@/words/formulas';
import { channelName, followedSum } from './convolution';
import { type Part, type Read, single } from './reading';

/**
 * The backward pass through the first convolution, for the weight of the followed value's largest product.
 */
export const convolutionBack: Read = (live) => {
  const found = followedSum(live);
  if (!found.ok) return found;
  const { stage, cell, term, at } = found.value;
  const { pipeline, trace, gradients } = live;
  const input = tracedAt(trace, pipeline.stages[stage.number - 2]);
  if (!input.ok) return input;
  const filter = cell[2];
  const shape = asMap(stage.input);
  const wide = stage.weights?.kernel?.shape[1] ?? 1;
  const [row, column, channel] = [
    Math.floor(at / shape[2] / wide),
    Math.floor(at / shape[2]) % wide,
    at % shape[2],
  ];
  const slopes = channelOf(
    { shape: stage.output, values: Float32Array.from(gradients.stages[stage.number - 1].before) },
    filter,
  );
  const inputs = channelOf(input.value, channel);
  const place = { part: 'kernel', index: [row, column, channel, filter] } as const;
  const explanation = explainGradient(stage, place, { images: 1, inputs, slopes });
  if (!explanation.ok) return explanation;
  const { gradient, sources, places, images } = explanation.value;
  const marked = cell[0] * places[1] + cell[1];
  const plane = (symbol: string, title: string, values: Float32Array, scale: Part['scale']): Part => ({
    symbol,
    title,
    values,
    columns: places[1],
    marked,
    scale,
    walks: { channel: filter },
  });
  const before = gradients.stages[stage.number - 2].output;
  const source = asPlace(term.source);
  const back = contains(shape, source) ? before[offset(shape, source)] : 0;
  const sum = slopes.reduce((all, one) => all + one, 0);
  const biased = stage.weights?.bias !== undefined;
  const met = Float32Array.from(sources, (one) => (one < 0 ? 0 : inputs[one]));
  return ok({
    cell,
    about: words.convolutionBack({
      stage: stage.id,
      filter,
      row,
      column,
      channel: channelName(shape[2], channel),
      atRow: cell[0],
      atColumn: cell[1],
    }),
    values: {
      d: slopes[marked],
      x: met[marked],
      G: gradient,
      B: back,
      ...(biased && { db: sum }),
    },
    parts: [
      plane('d', words.sumGradients(), slopes, 'signed'),
      plane('x', words.met(), met, 'values'),
      plane('G', words.products(), Float32Array.from(images[0].products), 'signed'),
      single('G', words.weightGradient(), gradient),
      ...(biased ? [single('db', words.biasGradient(), sum)] : []),
      single('B', words.inputGradient(), back),
    ],
  });
};

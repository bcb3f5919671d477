import { hasFilters } from '@/lib/kinds/parts/filters';
import { hasRelu } from '@/lib/kinds/parts/relu';
import type { Term } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { explain, strongest } from '@/lib/provenance/explain';
import { groupTerms } from '@/lib/provenance/terms';
import { fail, ok, type Result } from '@/lib/result';
import { asMap, asPlace, type Cell, cellAt, channelOf, contains, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/formulas';
import { type Live, type Part, type Read, single } from './reading';

/** How many input channels are written out: those that contribute most. */
const CHANNELS = 3;

/** The followed value of the first convolution, and its arithmetic. */
export interface FollowedSum {
  readonly stage: Stage;
  readonly cell: MapShape;
  readonly explanation: TracedExplanation;
  /** Its largest product, and that product's index in the order of the kernel. */
  readonly term: Term;
  readonly at: number;
}

/** Fails where the network has no convolution, or its numbers do not fit. */
export function followedSum({ pipeline, trace, cell }: Live): Result<FollowedSum> {
  const stage = pipeline.stages.find(hasFilters);
  if (!stage) return fail(words.noConvolution());
  const traced = trace.stages.find((one) => one.stage === stage.id);
  const shown = cell && contains(stage.output, cell) ? cell : peak(traced?.values, stage);
  const explained = explain(pipeline, trace, trace.weights, stage.id, shown);
  if (!explained.ok) return explained;
  const [{ term, at }] = strongest(explained.value, 1);
  return ok({ stage, cell: asPlace(shown), explanation: explained.value, term, at });
}

/** The largest value, the first of equals. */
function peak(values: Float32Array | undefined, { output }: Stage): Cell {
  const at = values?.reduce((best, value, n) => (value > values[best] ? n : best), 0) ?? 0;
  return cellAt(output, at);
}

/** The name of an input channel: a colour where the input is an image. */
export const channelName = (channels: number, channel: number): string =>
  words.channel({ which: channels === 3 ? ['red', 'green', 'blue'][channel] : 'map', channel });

/** One value of the first convolution: z = b + sum of w x, a = max(0, z), without what the layer lacks of it. */
export const convolution: Read = (live) => {
  const found = followedSum(live);
  if (!found.ok) return found;
  const { stage, cell, explanation, term } = found.value;
  const [row, column, filter] = cell;
  const input = asMap(stage.input);
  const { bias, before, value, terms } = explanation;
  const traced = live.trace.stages.find((one) => one.stage === stage.id);
  const groups = groupTerms(terms, 'channel', input)
    .toSorted((a, b) => Math.abs(b.sum) - Math.abs(a.sum))
    .slice(0, CHANNELS);
  const columns = stage.weights?.kernel?.shape[1] ?? 1;
  const parts = groups.flatMap(({ key, terms: own }): Part[] => {
    const name = channelName(input[2], key);
    const marked = own.indexOf(term);
    const grid = (symbol: string, title: string, values: readonly number[], scale: Part['scale']): Part => ({
      symbol,
      title,
      values: Float32Array.from(values),
      columns,
      group: name,
      scale,
      ...(marked >= 0 && { marked }),
    });
    return [
      grid(
        'x',
        words.patch({ channel: name }),
        own.map((one) => one.value),
        'values',
      ),
      grid(
        'w',
        words.kernel({ channel: name }),
        own.map((one) => one.weight ?? 0),
        'signed',
      ),
    ];
  });
  return ok({
    cell,
    about: words.convolution({
      stage: stage.id,
      filter,
      row,
      column,
      products: terms.length,
      channel: channelName(input[2], asPlace(term.source)[2]),
    }),
    values: {
      z: before,
      w: term.weight ?? 0,
      x: term.value,
      a: value,
      ...(bias !== undefined && { b: bias }),
    },
    parts: [
      ...(traced ? [mapPart('a', words.answers({ filter }), channelOf(traced, filter), stage, cell)] : []),
      ...parts,
      ...(bias === undefined ? [] : [{ ...single('b', words.bias(), bias), group: 'sum' }]),
      { ...single('z', words.sum(), before), group: 'sum' },
      { ...single('a', words.afterRelu({ relu: hasRelu(stage.layer) ? 'yes' : 'no' }), value), group: 'sum' },
    ],
  });
};

const mapPart = (
  symbol: string,
  title: string,
  values: Float32Array,
  { output }: Stage,
  cell: MapShape,
): Part => {
  const columns = asMap(output)[1];
  return {
    symbol,
    title,
    values,
    columns,
    marked: cell[0] * columns + cell[1],
    walks: { channel: cell[2] },
    scale: 'values',
  };
};

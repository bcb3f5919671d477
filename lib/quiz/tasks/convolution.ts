import { formatNumber } from '@/lib/format/format';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { groupTerms } from '@/lib/provenance/terms';
import { asMap, asPlace, type Cell } from '@/lib/tensor/tensor';
import { firstOf, standout } from './choose';
import type { About, Task } from './task';
import { cellName, channelName, span, stageBefore, whole } from './words';

/** Input channels that can be offered as a choice of words. */
const FEW = 4;

/** Of a convolution's value: the product that counts most, or, with many input maps, the map that does. */
export function heaviest(about: About): Task | null {
  const { pipeline, trace, weights, stage, random } = about;
  const output = trace.stages[stage.number - 1];
  const channels = asMap(stage.input)[2];
  return firstOf(
    output,
    random,
    (value) => value > 0,
    (cell) => {
      const told = explain(pipeline, trace, weights, stage.id, cell);
      if (!told.ok) return null;
      return channels <= FEW ? ofProducts(about, cell, told.value) : ofMaps(about, cell, told.value);
    },
  );
}

function ofProducts({ pipeline, stage }: About, cell: Cell, { terms }: TracedExplanation): Task | null {
  const before = stageBefore(pipeline, stage);
  const best = standout(terms.map(({ product }) => product));
  if (best === null || !before || terms[best].padded) return null;
  const [height, width, channels] = asMap(stage.input);
  const [row, column, channel] = asPlace(terms[best].source);
  const names = Array.from({ length: channels }, (_, own) => channelName(before, own));
  const side = Math.sqrt(terms.length / channels);
  const loudest = terms.reduce((most, term, at) => (term.value > terms[most].value ? at : most), 0);
  const heavy = terms.reduce(
    (most, term, at) => ((term.weight ?? 0) > (terms[most].weight ?? 0) ? at : most),
    0,
  );
  return {
    id: `product ${cell}`,
    text: `The value of ${stage.id} at ${cellName(stage, cell)} is a sum of ${terms.length} products and a bias. Which product brings most to it?`,
    tip: `Choose map ${cell[2]} in the figure and point at the value, or open it: each product is a number of the patch times a weight of the kernel.`,
    fields: [
      whole('row', height),
      whole('column', width),
      { kind: 'choice', label: 'colour', options: names },
    ],
    right: [row, column, channel],
    because: `At row ${row}, column ${column}, ${names[channel]}: ${formatNumber(terms[best].value)} × ${formatNumber(terms[best].weight ?? 0)} = ${formatNumber(terms[best].product)}, the largest of all.`,
    mistakes: [
      ...(row === column
        ? []
        : [
            {
              answer: [column, row, channel],
              sentence: 'Rows come before columns: you have them the other way round.',
            },
          ]),
      {
        answer: [...asPlace(terms[loudest].source)],
        sentence: 'That is the largest number of the patch. Its weight makes less of it.',
      },
      {
        answer: [...asPlace(terms[heavy].source)],
        sentence: 'That is the largest weight. What it meets there makes less of it.',
      },
      ...names.flatMap((name, own) =>
        own === channel
          ? []
          : [
              {
                answer: [row, column, own],
                sentence: `The place is right. But ${name} brings less there than another colour.`,
              },
            ],
      ),
    ],
    otherwise: `Only what lies under the kernel counts: ${span('row', asPlace(terms[0].source)[0], side)}, ${span('column', asPlace(terms[0].source)[1], side)}.`,
    look: cell,
    open: true,
    way: [
      { stage: stage.id, cell },
      { stage: before.id, cell: terms[best].source },
    ],
  };
}

function ofMaps({ pipeline, stage }: About, cell: Cell, { terms }: TracedExplanation): Task | null {
  const before = stageBefore(pipeline, stage);
  const maps = asMap(stage.input);
  const groups = groupTerms(terms, 'channel', maps);
  const best = standout(groups.map(({ sum }) => sum));
  if (best === null || !before) return null;
  const { key, sum, terms: own } = groups[best];
  const largest = terms.reduce((most, term) => (term.product > most.product ? term : most));
  const against = groups.reduce((most, group) => (group.sum < most.sum ? group : most));
  return {
    id: `map ${cell}`,
    text: `The value of ${stage.id} at ${cellName(stage, cell)} adds up products from all ${maps[2]} maps of ${before.id}. Which of these maps brings most to it?`,
    tip: 'Open the value and group its products by channel: each group has its own sum.',
    fields: [whole(`map of ${before.id}`, maps[2])],
    right: [key],
    because: `The ${own.length} products from map ${key} come to ${formatNumber(sum)}, more than those of any other.`,
    mistakes: [
      {
        answer: [asPlace(largest.source)[2]],
        sentence: 'That map has the largest single product, but its others take from it.',
      },
      {
        answer: [against.key],
        sentence: 'That map counts a lot, but against the value: its sum is below 0.',
      },
      {
        answer: [cell[2] ?? 0],
        sentence: `That is the number of the map in ${stage.id}. Asked for is one of ${before.id}.`,
      },
    ],
    otherwise: 'Another map brings more. Group the products by channel and sort by sign.',
    look: cell,
    open: true,
    way: [
      { stage: stage.id, cell },
      {
        stage: before.id,
        cell: own.reduce((most, term) => (term.product > most.product ? term : most)).source,
      },
    ],
  };
}

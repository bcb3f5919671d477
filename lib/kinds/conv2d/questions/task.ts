import { formatNumber } from '@/lib/format/format';
import { sidesOf } from '@/lib/kinds/parts/sides';
import { biased } from '@/lib/kinds/parts/weights';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { groupTerms } from '@/lib/provenance/terms';
import { firstOf, standout } from '@/lib/questions/choose';
import type { About, Task } from '@/lib/questions/task';
import { cellName, channelName, span, stageBefore, whole } from '@/lib/questions/task-words';
import { asMap, asPlace, type Cell } from '@/lib/tensor/tensor';
import common from '@/words/task-words';
import words from '@/words/trace-task-convolution';
import { convolutionOf } from './bank';

/** How many input channels can be offered as a choice of words. */
const FEW = 4;

/** The largest product of a convolution's value or, with many input maps, the map that contributes most. */
export function heaviest(about: About): Task | null {
  const { pipeline, trace, weights, stage, random } = about;
  const output = trace.stages[stage.number - 1];
  const channels = asMap(stage.input)[2];
  return firstOf(
    output,
    random,
    (value) => value > 0,
    (cell) => {
      const explanation = explain(pipeline, trace, weights, stage.id, cell);
      if (!explanation.ok) return null;
      return channels <= FEW
        ? ofProducts(about, cell, explanation.value)
        : ofMaps(about, cell, explanation.value);
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
  const [tall, wide] = sidesOf(convolutionOf(stage).kernel);
  const loudest = terms.reduce((most, term, at) => (term.value > terms[most].value ? at : most), 0);
  const heavy = terms.reduce(
    (most, term, at) => ((term.weight ?? 0) > (terms[most].weight ?? 0) ? at : most),
    0,
  );
  return {
    id: `product ${cell}`,
    text: words.product({
      stage: stage.id,
      cell: cellName(stage, cell),
      terms: terms.length,
      biased: biased(stage),
    }),
    tip: words.productTip({ map: cell[2] ?? 0 }),
    fields: [
      whole(common.row(), height),
      whole(common.column(), width),
      { kind: 'choice', label: words.colour(), options: names },
    ],
    right: [row, column, channel],
    because: words.productBecause({
      row,
      column,
      colour: names[channel],
      value: formatNumber(terms[best].value),
      weight: formatNumber(terms[best].weight ?? 0),
      product: formatNumber(terms[best].product),
    }),
    mistakes: [
      ...(row === column
        ? []
        : [
            {
              answer: [column, row, channel],
              sentence: common.rowsFirst(),
            },
          ]),
      {
        answer: [...asPlace(terms[loudest].source)],
        sentence: words.loudest(),
      },
      {
        answer: [...asPlace(terms[heavy].source)],
        sentence: words.heaviest(),
      },
      ...names.flatMap((name, own) =>
        own === channel
          ? []
          : [
              {
                answer: [row, column, own],
                sentence: words.otherColour({ colour: name }),
              },
            ],
      ),
    ],
    otherwise: words.productOtherwise({
      rows: span('row', asPlace(terms[0].source)[0], tall),
      columns: span('column', asPlace(terms[0].source)[1], wide),
    }),
    look: cell,
    open: true,
    path: [
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
    text: words.map({ stage: stage.id, cell: cellName(stage, cell), maps: maps[2], before: before.id }),
    tip: words.mapTip(),
    fields: [whole(words.mapField({ stage: before.id }), maps[2])],
    right: [key],
    because: words.mapBecause({ products: own.length, map: key, sum: formatNumber(sum) }),
    mistakes: [
      {
        answer: [asPlace(largest.source)[2]],
        sentence: words.mapSingle(),
      },
      {
        answer: [against.key],
        sentence: words.mapAgainst(),
      },
      {
        answer: [cell[2] ?? 0],
        sentence: words.mapOwn({ stage: stage.id, before: before.id }),
      },
    ],
    otherwise: words.mapOtherwise(),
    look: cell,
    open: true,
    path: [
      { stage: stage.id, cell },
      {
        stage: before.id,
        cell: own.reduce((most, term) => (term.product > most.product ? term : most)).source,
      },
    ],
  };
}

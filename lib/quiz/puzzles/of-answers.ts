/** Puzzles about deeper maps, the vector and the probabilities. */
import { maxIndex } from 'd3-array';
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import { receptiveField } from '@/lib/provenance/field';
import { asMap, cellAt } from '@/lib/tensor/tensor';
import words from '@/words/puzzles';
import { around, ask, inputOf, outputOf, type Puzzle, type Puzzled } from './puzzle';

/** How many maps are 0 everywhere on this image. */
export function silentMaps(about: Puzzled): Puzzle | null {
  const { shape, values } = outputOf(about);
  const depth = asMap(shape)[2];
  const fires = new Set<number>();
  for (let at = 0; at < values.length; at++) if (values[at] > 0) fires.add(at % depth);
  const silent = depth - fires.size;
  const guesses = [0, depth / 8, depth / 3, depth / 2].map(Math.round);
  const { options, right } = around(silent, guesses, formatCount, (value) =>
    value === silent ? words.silentRight({ silent, depth }) : words.silentWrong(),
  );
  return ask(words.silentText({ depth }), options, right);
}

/** What happens to the answer when the last row of pixels is painted over: nothing, as no value depends on it. */
export function lastRow(about: Puzzled): Puzzle | null {
  const { pipeline, trace, classWord } = about;
  const { stages, architecture } = pipeline;
  const field = receptiveField(pipeline, stages[stages.length - 1].id, [0]);
  const last = architecture.input[0] - 1;
  if (!field.ok || field.value.row + field.value.height > last) return null;
  const output = trace.stages[stages.length - 1].values;
  const top = maxIndex(output);
  const right = { text: words.edgeNot(), because: words.edgeRight({ row: last }) };
  const options = [
    { text: words.edgeLittle(), because: words.edgeWrong() },
    { text: words.edgeMuch(), because: words.edgeWrong() },
    right,
  ];
  return ask(
    words.edgeText({ name: classWord(architecture.classes[top]), share: formatPercent(output[top]) }),
    options,
    right,
  );
}

/** What stands beside the largest number of the vector: the next map, at the same place. */
export function nextIndex(about: Puzzled): Puzzle | null {
  const { values } = outputOf(about);
  const shape = asMap(inputOf(about).shape);
  const [height, width, depth] = shape;
  const inside = (at: number) => {
    const [row, column = 0, map = 0] = cellAt(shape, at);
    return row < height - 1 && column < width - 1 && map < depth - 1;
  };
  const index = maxIndex(values.map((value, at) => (inside(at) ? value : -1)));
  const [row, column = 0, map = 0] = cellAt(shape, index);
  const at = (down: number, along: number, on: number) =>
    words.place({ row: row + down, column: column + along, map: map + on });
  const right = { text: at(0, 0, 1), because: words.besideRight({ depth }) };
  const options = [
    { text: at(0, 1, 0), because: words.besideColumn({ depth }) },
    right,
    { text: at(1, 0, 0), because: words.besideRow({ step: formatCount(depth * width) }) },
  ];
  const text = words.besideText({
    value: formatNumber(values[index], 3),
    index: formatCount(index),
    place: at(0, 0, 0),
  });
  return ask(text, options, right);
}

/** The share of the vector's numbers that are 0, which no weight of the dense layer can make count. */
export function zeroInputs(about: Puzzled): Puzzle | null {
  const { values } = inputOf(about);
  const zeros = values.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0);
  const truth = zeros / values.length;
  const { options, right } = around(truth, [0.02, 0.25, 0.5, 0.75], formatPercent, (value) =>
    value === truth
      ? words.zerosRight({ zeros: formatCount(zeros), all: formatCount(values.length) })
      : words.zerosWrong(),
  );
  return ask(words.zerosText({ all: formatCount(values.length) }), options, right);
}

/** How many times as probable as the second class the first is, from their logits. */
export function oddsOfFirst(about: Puzzled): Puzzle | null {
  const { values, before } = outputOf(about);
  const { architecture } = about.pipeline;
  if (!before) return null;
  const [first, second] = [...values.keys()].sort((a, b) => before[b] - before[a]);
  const [high, low] = [before[first], before[second]];
  const lead = high - low;
  const right = {
    text: words.times({ factor: formatNumber(Math.exp(lead), 1) }),
    because: words.leadRight({ lead: formatNumber(lead, 2), factor: formatNumber(Math.exp(lead), 1) }),
  };
  const options = [
    { text: words.times({ factor: formatNumber(Math.abs(high / low), 1) }), because: words.leadRatio() },
    right,
    { text: words.times({ factor: formatNumber(lead, 1) }), because: words.leadDifference() },
  ];
  const [name, other] = [first, second].map((unit) => about.classWord(architecture.classes[unit]));
  return ask(
    words.leadText({ name, other, high: formatNumber(high, 2), low: formatNumber(low, 2) }),
    options,
    right,
  );
}

/** Puzzles about pixels and the first maps. */
import { maxIndex, range } from 'd3-array';
import { formatNumber, formatShort } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import { BYTE } from '@/lib/network/pipeline';
import { count } from '@/lib/tensor/counted';
import { asMap, cellAt, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/puzzles';
import { ask, inputOf, outputOf, type Puzzle, type Puzzled } from './puzzle';

/** Which of the three colours is the brightest, on the whole. */
export function brightestChannel(about: Puzzled): Puzzle | null {
  const image = outputOf(about);
  const totals = [...count(image).sums];
  const places = image.values.length / totals.length;
  const options = totals.map((total, channel) => ({
    text: words.channel({ channel: String(channel) }),
    because: words.inputMean({ channel: String(channel), mean: formatNumber(total / places, 1) }),
  }));
  return ask(words.inputText(), options, options[maxIndex(totals)]);
}

/** What becomes of one byte: neither stretched nor moved, only divided. */
export function oneByte(about: Puzzled): Puzzle | null {
  const { values } = inputOf(about);
  // A value of which the guesses differ: one in the middle of the range.
  const byte = values.find((value) => value > BYTE / 4 && value < BYTE / 2);
  if (byte === undefined) return null;
  const smallest = values.reduce((low, value) => Math.min(low, value), BYTE);
  const largest = values.reduce((high, value) => Math.max(high, value), 0);
  const right = {
    text: formatNumber(byte / BYTE, 3),
    because: words.normalizeRight({ byte: formatShort(byte) }),
  };
  const options = [
    { text: formatNumber((byte - smallest) / (largest - smallest), 3), because: words.normalizeStretched() },
    right,
    { text: formatNumber(byte / (BYTE / 2) - 1, 3), because: words.normalizeCentred() },
  ];
  return ask(words.normalizeText({ byte: formatShort(byte) }), options, right);
}

/** Which of two kernels fires more on the image: the most active one, and one that is half way down the list. */
export function strongerKernel(about: Puzzled): Puzzle | null {
  const totals = [...count(outputOf(about)).sums];
  const order = [...totals.keys()].sort((a, b) => totals[b] - totals[a]);
  const kernels = [order[0], order[Math.floor(order.length / 2)]].sort((a, b) => a - b);
  const options = kernels.map((map) => ({
    text: words.convMap({ map }),
    because: words.convSum({ map, sum: formatNumber(totals[map], 0) }),
  }));
  const puzzle = ask(words.convText(), options, options[totals[kernels[0]] >= totals[kernels[1]] ? 0 : 1]);
  return puzzle && { ...puzzle, kernels };
}

/** The values of the window with the largest value of all: only one of them counts. */
export function windowWinner(about: Puzzled): Puzzle | null {
  const maps = inputOf(about);
  const { layer } = about.stage;
  const [height, width] = asMap(maps.shape);
  const [row, column = 0, channel = 0] = cellAt(maps.shape, maxIndex(maps.values));
  const rules = rulesOf(layer);
  const rows = rules.window(layer, height, 'height');
  const columns = rules.window(layer, width, 'width');
  if (!rows || !columns) return null;
  /** Where the window that holds a place begins. */
  const start = (place: number, { stride, before }: typeof rows) =>
    Math.floor((place + before) / stride) * stride - before;
  const [top, left] = [start(row, rows), start(column, columns)];
  const values = range(rows.size).flatMap((down) =>
    range(columns.size).map((along) => valueAt(maps, [top + down, left + along, channel])),
  );
  const best = maxIndex(values);
  const options = values.map((value, at) => ({
    text: formatNumber(value, 3),
    because: at === best ? words.poolRight() : words.poolWrong(),
  }));
  return ask(words.poolText({ map: channel, row: top, column: left }), options, options[best]);
}

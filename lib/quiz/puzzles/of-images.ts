/** The puzzles of the stages from the pixels to the first maps. */

import { formatNumber, formatShort } from '@/lib/format/format';
import { BYTE } from '@/lib/network/pipeline';
import { asMap, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/puzzles';
import { ask, largestAt, type Puzzle, type Puzzled, stageIn } from './puzzle';

/** The sum of each channel. */
function sums({ shape, values }: Tensor): number[] {
  const all = new Array<number>(asMap(shape)[2]).fill(0);
  for (let at = 0; at < values.length; at++) all[at % all.length] += values[at];
  return all;
}

/** Which of the three colours is the brightest, on the whole. */
export function input(about: Puzzled): Puzzle | null {
  const image = stageIn(about, 'input');
  const totals = sums(image);
  const places = image.values.length / totals.length;
  const options = totals.map((total, channel) => ({
    text: words.channel({ channel: String(channel) }),
    because: words.inputMean({ channel: String(channel), mean: formatNumber(total / places, 1) }),
  }));
  return ask(words.inputText(), options, options[largestAt(totals)]);
}

/** What becomes of one byte: neither stretched nor moved, only divided. */
export function normalize(about: Puzzled): Puzzle | null {
  const { values } = stageIn(about, 'input');
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
export function conv1(about: Puzzled): Puzzle | null {
  const totals = sums(stageIn(about, 'conv1'));
  const order = [...totals.keys()].sort((a, b) => totals[b] - totals[a]);
  const kernels = [order[0], order[Math.floor(order.length / 2)]].sort((a, b) => a - b);
  const options = kernels.map((map) => ({
    text: words.convMap({ map }),
    because: words.convSum({ map, sum: formatNumber(totals[map], 0) }),
  }));
  const puzzle = ask(words.convText(), options, options[totals[kernels[0]] >= totals[kernels[1]] ? 0 : 1]);
  return puzzle && { ...puzzle, kernels };
}

/** The four values of the window with the largest value of all: only one of them counts. */
export function pool1(about: Puzzled): Puzzle | null {
  const maps = stageIn(about, 'conv1');
  const [, width, depth] = asMap(maps.shape);
  const best = largestAt(maps.values);
  const channel = best % depth;
  const place = Math.floor(best / depth);
  const [row, column] = [Math.floor(place / width), place % width].map((at) => at - (at % 2));
  const values = [0, 1].flatMap((down) =>
    [0, 1].map((right) => valueAt(maps, [row + down, column + right, channel])),
  );
  const top = largestAt(values);
  const options = values.map((value, at) => ({
    text: formatNumber(value, 3),
    because: at === top ? words.poolRight() : words.poolWrong(),
  }));
  return ask(words.poolText({ map: channel, row, column }), options, options[top]);
}

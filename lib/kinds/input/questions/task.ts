import { firstOf, ranked } from '@/lib/questions/choose';
import type { About, Mistake, Task } from '@/lib/questions/task';
import { channelName, span, whole } from '@/lib/questions/task-words';
import { asMap, asPlace, type Cell, offset } from '@/lib/tensor/tensor';
import common from '@/words/task-words';
import words from '@/words/trace-task';

/** How many pixels of a row are compared: as many as the figure's magnifier shows at once. */
const RUN = 9;
/** By how many steps of a byte the largest must lead; the row of pixels must not be flat either. */
const LEAD = 2;

/** Which of a few pixels in a row has most of one colour, read off the figure. */
export function brightest(about: About): Task | null {
  const { stage, trace, random } = about;
  const image = trace.stages[0];
  const [, width] = asMap(stage.output);
  const run = Math.min(RUN, width);
  if (run < 2) return null;
  return firstOf(
    image,
    random,
    (_, at) => Math.floor(at / stage.output[stage.output.length - 1]) % width <= width - run,
    (cell) => {
      const [row, start, channel] = asPlace(cell);
      const of = (own: number) =>
        Array.from({ length: run }, (_, at) => image.values[offset(image.shape, [row, start + at, own])]);
      const numbers = of(channel);
      const [first, second] = ranked(numbers);
      if (numbers[first] - numbers[second] < LEAD || new Set(numbers).size < 3) return null;
      return write(about, cell, numbers, otherColours(about, channel, start, of));
    },
  );
}

/** Where a different colour is brightest, as one mistake each. */
function otherColours(
  { stage }: About,
  channel: number,
  start: number,
  of: (own: number) => number[],
): Mistake[] {
  const names = Array.from({ length: asMap(stage.output)[2] }, (_, own) => channelName(stage, own));
  return names.flatMap((name, own) =>
    own === channel
      ? []
      : [
          {
            answer: [start + ranked(of(own))[0]],
            sentence: words.otherBrightest({ other: name, colour: names[channel] }),
          },
        ],
  );
}

function write({ stage }: About, cell: Cell, numbers: number[], others: Mistake[]): Task {
  const [row, start, channel] = asPlace(cell);
  const colour = channelName(stage, channel);
  const best = ranked(numbers)[0];
  const place = (at: number): Cell => [row, start + at, channel];
  const columns = span('column', start, numbers.length);
  return {
    id: `brightest ${cell}`,
    text: words.brightest({ columns, row, colour }),
    tip: words.brightestTip(),
    fields: [whole(common.column(), asMap(stage.output)[1])],
    right: [start + best],
    because: words.brightestBecause({
      column: start + best,
      colour,
      value: numbers[best],
      next: numbers[ranked(numbers)[1]],
    }),
    mistakes: [
      ...others,
      ...numbers.map((number, at) => ({
        answer: [start + at],
        sentence: words.brightestLess({ column: start + at, value: number, colour }),
      })),
      {
        answer: [best],
        sentence: words.brightestEdge(),
      },
      {
        answer: [start + best + 1],
        sentence: words.brightestFrom0(),
      },
    ],
    otherwise: words.brightestOtherwise({ columns }),
    look: place(Math.floor(numbers.length / 2)),
    open: false,
    path: [{ stage: stage.id, cell: place(best) }],
  };
}

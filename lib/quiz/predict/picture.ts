import { formatNumber } from '@/lib/format/format';
import { asMap, valueAt } from '@/lib/tensor/tensor';
import type { Task } from '../tasks/task';
import { channelName } from '../tasks/words';
import { type AboutCell, common } from './about';

/** The largest value of a byte. */
const BYTE = 255;
/** A colour is guessed by eye: so many of its 256 steps either way are near enough. */
const BY_EYE = 20;
/** Meant is a number; what is near it by chance is no thought. */
const MEANT = 2;

/** How much of its colour a pixel has, guessed from what it looks like. */
export function brightness({ stage, trace, cell }: AboutCell): Task {
  const picture = trace.stages[0];
  const right = valueAt(picture, cell);
  const [row, column = 0, channel = 0] = cell;
  const colour = channelName(stage, channel);
  const others = Array.from({ length: asMap(stage.output)[2] }, (_, own) => own).filter(
    (own) => own !== channel,
  );
  return {
    ...common(stage.id, cell),
    text: `How much ${colour} has the pixel at row ${row}, column ${column}? Guess its number, from 0 to ${BYTE}; ${BY_EYE} more or less is near enough.`,
    tip: `0 is none of this colour, ${BYTE} all of it. White has all three, black has none.`,
    fields: [{ kind: 'whole', label: `the ${colour} number`, last: BYTE, within: BY_EYE }],
    right: [right],
    because: `It has ${formatNumber(right)} of ${BYTE}, ${formatNumber(right / BYTE, 2)} of all ${colour} there can be.`,
    mistakes: [
      ...others.map((own) => ({
        answer: [valueAt(picture, [row, column, own])],
        within: MEANT,
        sentence: `That is its ${channelName(stage, own)}. Asked for is its ${colour}.`,
      })),
      {
        answer: [BYTE - right],
        within: MEANT,
        sentence: `That is what is missing to ${BYTE}: 0 is dark, ${BYTE} is bright.`,
      },
      {
        answer: [Math.round((right / BYTE) * 100)],
        within: MEANT,
        sentence: `That would be a percentage. A byte goes to ${BYTE}, not to 100.`,
      },
    ],
    otherwise: `Look at the pixel closely: how bright is it, and how much of that is ${colour}?`,
  };
}

import { formatNumber, formatPercent } from '@/lib/format/format';
import { BYTE } from '@/lib/network/pipeline';
import { type AboutCell, common } from '@/lib/questions/about';
import type { Task } from '@/lib/questions/task';
import { channelName } from '@/lib/questions/task-words';
import { asMap, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/predict';

/** Tolerance for a colour guessed by eye, in steps of 256 either way. */
const BY_EYE = 20;
/** Tolerance for a wrong number to match a misconception; anything further off is chance. */
const MEANT = 2;

/** How much of its colour a pixel has, guessed from its appearance. */
export function brightness({ stage, trace, cell }: AboutCell): Task {
  const image = trace.stages[0];
  const right = valueAt(image, cell);
  const [row, column = 0, channel = 0] = cell;
  const colour = channelName(stage, channel);
  const others = Array.from({ length: asMap(stage.output)[2] }, (_, own) => own).filter(
    (own) => own !== channel,
  );
  return {
    ...common(stage.id, cell),
    text: words.brightText({ colour, row, column, most: BYTE, near: BY_EYE }),
    tip: words.brightTip({ most: BYTE }),
    fields: [{ kind: 'whole', label: words.brightField({ colour }), last: BYTE, within: BY_EYE }],
    right: [right],
    because: words.brightBecause({
      value: formatNumber(right),
      most: BYTE,
      share: formatPercent(right / BYTE),
      colour,
    }),
    mistakes: [
      ...others.map((own) => ({
        answer: [valueAt(image, [row, column, own])],
        within: MEANT,
        sentence: words.otherColour({ other: channelName(stage, own), colour }),
      })),
      {
        answer: [BYTE - right],
        within: MEANT,
        sentence: words.inverted({ most: BYTE }),
      },
      {
        answer: [Math.round((right / BYTE) * 100)],
        within: MEANT,
        sentence: words.percentage({ most: BYTE }),
      },
    ],
    otherwise: words.brightOtherwise({ colour }),
  };
}

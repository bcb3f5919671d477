import { formatCount, formatNumber, formatShort } from '@/lib/format/format';
import { isShifted } from '@/lib/kinds/normalize/layer';
import type { NormalizeLayer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-normalize';

/** The largest value of a raw pixel, which is a byte. */
const LARGEST = 255;

/** The divisor of a stage that only divides; null if it also shifts or scales channels. */
const divisorOf = ({ layer }: Stage): NormalizeLayer['divisor'] | null =>
  layer.kind === 'normalize' && !isShifted(layer) ? layer.divisor : null;

export const NORMALIZE: Writers<Stage> = {
  value: (stage, _pipeline, random) => {
    const divisor = divisorOf(stage);
    if (divisor === null) return null;
    // A multiple of a fifth of the divisor, so that the quotient can be found without paper.
    const raw = Math.round((divisor / 5) * (1 + Math.floor(random() * 4)));
    return {
      text: words.value({ raw: formatCount(raw), stage: stage.id }),
      right: choice(
        formatShort(raw / divisor),
        words.valueWhy({ raw: formatCount(raw), divisor: formatShort(divisor) }),
      ),
      wrong: [
        choice(formatShort(1 - raw / divisor), words.valueNegative()),
        choice(formatShort(raw / 100), words.valuePercent({ largest: LARGEST })),
        choice(formatShort((2 * raw) / divisor - 1), words.valueSigned()),
        choice(formatShort(raw - divisor / 2), words.valueMoved()),
      ],
    };
  },
  slope: (stage, _pipeline, random) => {
    const divisor = divisorOf(stage);
    if (divisor === null) return null;
    // A multiple of the divisor, so that the quotient can be found without paper.
    const back = (2 + Math.floor(random() * 7)) / 100;
    const gradient = back * divisor;
    return {
      text: words.slope({ stage: stage.id, gradient: formatShort(gradient) }),
      right: choice(
        formatShort(back),
        words.slopeWhy({
          gradient: formatShort(gradient),
          divisor: formatShort(divisor),
          back: formatShort(back),
        }),
      ),
      wrong: [
        choice(formatShort(gradient), words.slopeSame()),
        choice(formatNumber(gradient * divisor, 1), words.slopeTimes({ divisor: formatShort(divisor) })),
        choice('0', words.slopeZero()),
      ],
    };
  },
  reason: () => ({
    text: words.reason(),
    right: choice(words.reasonRight(), words.reasonWhy({ largest: LARGEST })),
    wrong: [
      choice(words.reasonContrast(), words.reasonContrastWhy()),
      choice(words.reasonFewer(), words.reasonFewerWhy()),
      choice(words.reasonSoftmax(), words.reasonSoftmaxWhy()),
    ],
  }),
  forgotten: (stage) => {
    const plain = divisorOf(stage);
    if (plain === null) return null;
    const divisor = formatShort(plain);
    return {
      text: words.forgotten({ stage: stage.id }),
      right: choice(words.forgottenRight(), words.forgottenWhy({ divisor })),
      wrong: [
        choice(words.forgottenRelations(), words.forgottenRelationsWhy()),
        choice(words.forgottenError(), words.forgottenErrorWhy()),
        choice(words.forgottenNonsense(), words.forgottenNonsenseWhy()),
      ],
    };
  },
};

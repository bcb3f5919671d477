import { pixelWords } from '@/components/figures/source';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { Rich } from '@/components/site/Rich';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/worked';

/** A pixel's value is the file's byte; nothing is computed. */
export const InputWorked = ({ stage, explanation: { cell, value } }: WorkedProps) => (
  <p>
    <Rich
      text={words.pixel({ place: pixelWords(cell, stage.output[2]), value: formatNumber(value) })}
      tags={{ v: (shown) => <b className="number">{shown}</b> }}
    />
  </p>
);

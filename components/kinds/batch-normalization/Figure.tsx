'use client';

import type { FigureProps } from '@/components/figures/figure-props';
import { PlainFigure } from '@/components/kinds/shared/PlainFigure';
import words from '@/words/batch-normalization';
import { BatchNormalizationWorked } from './Worked';

/** What comes in, what goes out, and how one value of it is made. */
export const BatchNormalizationFigure = (props: FigureProps) => (
  <PlainFigure
    {...props}
    wording={{
      label: words.label({ title: props.stage.title }),
      after: words.after(),
      Worked: BatchNormalizationWorked,
    }}
  />
);

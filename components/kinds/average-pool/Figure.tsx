'use client';

import type { FigureProps } from '@/components/figures/figure-props';
import { PlainFigure } from '@/components/kinds/shared/PlainFigure';
import words from '@/words/average-pool';
import { AveragePoolWorked } from './Worked';

/** Input, output, and the arithmetic of one value. */
export const AveragePoolFigure = (props: FigureProps) => (
  <PlainFigure
    {...props}
    wording={{
      label: words.label({ title: props.stage.title }),
      after: words.after(),
      Worked: AveragePoolWorked,
    }}
  />
);

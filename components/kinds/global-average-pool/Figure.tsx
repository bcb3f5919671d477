'use client';

import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { UnitTable } from '@/components/kinds/dense/UnitTable';
import { VectorAfter } from '@/components/kinds/shared/VectorAfter';
import words from '@/words/global-average-pool';
import { MapToMean } from './MapToMean';
import { GlobalAveragePoolWorked } from './Worked';

/** The means of all maps; for the chosen one its map and its arithmetic. */
export const GlobalAveragePoolFigure = (props: FigureProps) => (
  <FigureFrame
    label={words.label({ title: props.stage.title })}
    words={() => <UnitTable trace={props.trace} onOpen={props.onOpen} />}
  >
    <VectorAfter {...props} Worked={GlobalAveragePoolWorked}>
      {(channel) => <MapToMean {...props} channel={channel} />}
    </VectorAfter>
  </FigureFrame>
);

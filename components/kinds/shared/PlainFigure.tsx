import type { ComponentType } from 'react';
import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { MapsTable } from '@/components/figures/parts/fetched';
import { UnitTable } from '@/components/kinds/dense/UnitTable';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { isMap } from '@/lib/tensor/tensor';
import { MapsBeforeAfter } from './MapsBeforeAfter';
import { VectorAfter } from './VectorAfter';

/** A kind's texts for a figure that several kinds share. */
export interface Wording {
  /** Labels the figure. */
  readonly label: string;
  /** What its values are called: "after pooling". */
  readonly after: string;
  /** The arithmetic of one value. */
  readonly Worked: ComponentType<WorkedProps>;
}

/**
 * A layer whose values can be shown side by side with its input: the arithmetic of one of them is between the
 * two.
 */
export function PlainFigure({ wording, ...props }: FigureProps & { readonly wording: Wording }) {
  const { stage, trace, onOpen } = props;
  const { output } = stage;
  return (
    <FigureFrame
      label={wording.label}
      words={() =>
        isMap(output) ? (
          <MapsTable
            values={trace?.values ?? null}
            shape={output}
            name={wording.after}
            onOpen={(cell) => onOpen({ stage: stage.id, cell })}
          />
        ) : (
          <UnitTable trace={trace} onOpen={onOpen} />
        )
      }
    >
      {isMap(output) ? (
        <MapsBeforeAfter {...props} Worked={wording.Worked} />
      ) : (
        <VectorAfter {...props} Worked={wording.Worked} />
      )}
    </FigureFrame>
  );
}

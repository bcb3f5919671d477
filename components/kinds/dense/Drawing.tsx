import { ContributionMap } from '@/components/figures/parts/ContributionMap';
import type { DrawingProps } from '@/components/kinds/drawing-props';

/** The places on the previous maps that a unit's products come from. */
export function DenseDrawing({ explanation, maps, pointed, onPlace }: DrawingProps) {
  if (!maps) return null;
  return (
    <ContributionMap
      {...{ explanation, maps }}
      unit={explanation.cell[0]}
      term={pointed}
      onOpen={({ row, column }) => onPlace(row * maps[1] + column)}
      small
    />
  );
}

'use client';

import { useMemo } from 'react';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import type { ColourRange } from '@/lib/colour/colour-maps';
import { cellAt, type MapShape, size } from '@/lib/tensor/tensor';
import { foldedIndex, foldedPlace, foldOf } from '../fold';
import { useAsked } from '../predict';
import { said } from '../said';

interface Props {
  readonly values: Float32Array | null;
  /** The maps that the vector came from. */
  readonly shape: MapShape;
  readonly range: ColourRange;
  readonly index: number;
  onPick(index: number): void;
  onPoint(index: number | null): void;
  onOpen(index: number): void;
}

/** The whole vector, folded into lines; walkable value by value. */
export function VectorStrip({ values, shape, range, index, onPick, onPoint, onOpen }: Props) {
  const length = size(shape);
  const unsaid = useAsked() === 'shape';
  const fold = useMemo(() => foldOf(shape), [shape]);
  const image = useMemo(() => {
    if (!values) return null;
    const folded = new Float32Array(fold.lines * fold.width);
    folded.set(values);
    const painted = planeImage(folded, fold.lines, fold.width, range);
    // Behind the end of the vector there is nothing.
    for (let at = length; at < folded.length; at++) painted.data[at * 4 + 3] = 0;
    return painted;
  }, [values, fold, range, length]);
  const words = (place: Place) => {
    const at = foldedIndex(fold, place, length);
    if (at === null) return 'behind the end of the vector';
    const [row, column, channel] = cellAt(shape, at);
    return `index ${at}: ${said(values, at)}, from row ${row}, column ${column}, channel ${channel}`;
  };
  const at = foldedPlace(fold, index);
  return (
    <MapCanvas
      image={image}
      height={fold.lines}
      width={fold.width}
      label={unsaid ? 'The vector' : `The vector of ${length} values, folded into lines of ${fold.width}`}
      place={at}
      // The channels of one place lie side by side.
      box={{ row: at.row, column: at.column - (index % shape[2]), height: 1, width: shape[2] }}
      mark={at}
      words={words}
      onPick={(place) => {
        const at = foldedIndex(fold, place, length);
        if (at !== null) onPick(at);
      }}
      onOpen={(place) => {
        const at = foldedIndex(fold, place, length);
        if (at !== null) onOpen(at);
      }}
      onPoint={(place) => onPoint(place && foldedIndex(fold, place, length))}
    />
  );
}

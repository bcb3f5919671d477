'use client';

import { useMemo } from 'react';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { useAsked } from '@/components/figures/predict';
import { said } from '@/components/figures/said';
import type { ColourRange } from '@/lib/colour/colour-maps';
import { asPlace, cellAt, type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/figure-flatten';
import placeWords from '@/words/place';
import { foldedIndex, foldedPlace, foldOf } from './fold';

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
  const inWords = (place: Place) => {
    const at = foldedIndex(fold, place, length);
    if (at === null) return words.behind();
    const [row, column, channel] = asPlace(cellAt(shape, at));
    return words.from({
      index: at,
      value: said(values, at),
      place: placeWords.cell({ row, column, channel }),
    });
  };
  const at = foldedPlace(fold, index);
  return (
    <MapCanvas
      image={image}
      height={fold.lines}
      width={fold.width}
      label={unsaid ? words.unsaid() : words.strip({ length, width: fold.width })}
      place={at}
      // The channels of one place lie side by side.
      box={{ row: at.row, column: at.column - (index % shape[2]), height: 1, width: shape[2] }}
      mark={at}
      words={inWords}
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

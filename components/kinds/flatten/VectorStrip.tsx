'use client';

import { useMemo } from 'react';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { foldedImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { useAsked } from '@/components/figures/predict';
import { valueText } from '@/components/figures/value-text';
import type { ColourRange } from '@/lib/format/colour-maps';
import type { MapShape } from '@/lib/tensor/tensor';
import { asPlace, cellAt, size } from '@/lib/tensor/tensor';
import words from '@/words/figure-flatten';
import placeWords from '@/words/place';

interface Props {
  readonly values: Float32Array | null;
  /** The shape of the maps before flattening. */
  readonly shape: MapShape;
  readonly range: ColourRange;
  readonly index: number;
  onPick(index: number): void;
  onPoint(index: number | null): void;
  onOpen(index: number): void;
}

/** The whole vector, folded into lines, with keyboard navigation. */
export function VectorStrip({ values, shape, range, index, onPick, onPoint, onOpen }: Props) {
  const length = size(shape);
  const hidden = useAsked() === 'shape';
  const fold = useMemo(() => foldOf(shape), [shape]);
  const image = useMemo(() => values && foldedImage(values, fold.width, range), [values, fold, range]);
  const inWords = (place: Place) => {
    const at = foldedIndex(fold, place, length);
    if (at === null) return words.behind();
    const [row, column, channel] = asPlace(cellAt(shape, at));
    return words.from({
      index: at,
      value: valueText(values, at),
      place: placeWords.cell({ row, column, channel }),
    });
  };
  const at = foldedPlace(fold, index);
  return (
    <MapCanvas
      image={image}
      height={fold.lines}
      width={fold.width}
      label={hidden ? words.hidden() : words.strip({ length, width: fold.width })}
      place={at}
      // The channels of one place are side by side.
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

/** A vector folded into lines of equal length, each with whole places of the original maps. */
interface Fold {
  readonly lines: number;
  readonly width: number;
}

/** As square as whole places (all channels of one row and column) allow. */
function foldOf([height, width, channels]: MapShape): Fold {
  const length = height * width * channels;
  const places = Math.max(1, Math.round(Math.sqrt(length) / channels));
  return { lines: Math.ceil((height * width) / places), width: places * channels };
}

const foldedPlace = ({ width }: Fold, index: number): Place => ({
  row: Math.floor(index / width),
  column: index % width,
});

/** The index at a place of the fold; null after the end of the vector. */
function foldedIndex({ width }: Fold, { row, column }: Place, length: number): number | null {
  const index = row * width + column;
  return index < length ? index : null;
}

'use client';

import { useMemo } from 'react';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { foldedImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import type { ColourRange } from '@/lib/format/colour-maps';
import place from '@/words/place';
import words from '@/words/unit-grid';
import { useAsked } from '../predict';
import { valueText } from '../value-text';

interface Props {
  readonly values: Float32Array | null;
  readonly units: number;
  readonly range: ColourRange;
  readonly unit: number;
  readonly label: string;
  onPick(unit: number): void;
  onPoint(unit: number | null): void;
  onOpen(unit: number): void;
}

const COLUMNS = 16;

/**
 * The units of a dense layer as squares, in rows of 16; their positions have no meaning beyond their index.
 */
export function UnitGrid({ values, units, range, unit, label, onPick, onPoint, onOpen }: Props) {
  const asked = useAsked() !== null;
  const width = Math.min(units, COLUMNS);
  const height = Math.ceil(units / width);
  const image = useMemo(() => values && foldedImage(values, width, range), [values, width, range]);
  const unitAt = ({ row, column }: Place) => {
    const index = row * width + column;
    return index < units ? index : null;
  };
  return (
    <MapCanvas
      image={image}
      height={height}
      width={width}
      label={words.label({ label, width })}
      place={{ row: Math.floor(unit / width), column: unit % width }}
      words={(at) => {
        const index = unitAt(at);
        if (index === null) return words.none();
        return `${place.unit({ unit: index })}: ${valueText(values, index, asked)}`;
      }}
      onPick={(place) => {
        const index = unitAt(place);
        if (index !== null) onPick(index);
      }}
      onOpen={(place) => {
        const index = unitAt(place);
        if (index !== null) onOpen(index);
      }}
      onPoint={(place) => onPoint(place && unitAt(place))}
    />
  );
}

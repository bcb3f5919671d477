'use client';

import { useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { number, Rich } from '@/components/site/Rich';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Explanation, Term } from '@/lib/kinds/types';
import { largestAt } from '@/lib/tensor/largest';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/contribution-map';
import placeWords from '@/words/place';
import { placeIndex, sumsByPlace } from '../contributions';

interface Props {
  readonly explanation: Explanation;
  /** The maps that the layer's vector was flattened from. */
  readonly maps: MapShape;
  readonly unit: number;
  /** A term that the pointer is on elsewhere: its place is followed here. */
  readonly term: Term | null;
  /** Opens the sum that a place is part of. */
  onOpen(place: Place): void;
  /** A small drawing beside others, its text below it. */
  readonly small?: boolean;
}

/** Where on the maps a unit's sum comes from: all channels of a place added up, signed. */
export function ContributionMap({ explanation, maps, unit, term, onOpen, small = false }: Props) {
  const [height, width, channels] = maps;
  const sums = useMemo(() => sumsByPlace(explanation.terms, maps), [explanation, maps]);
  const range = useMemo(() => rangeOf(sums, 'diverging'), [sums]);
  const image = useMemo(() => planeImage(sums, height, width, range), [sums, height, width, range]);
  const [picked, setPicked] = useState<Place | null>(null);
  const [pointed, setPointed] = useState<Place | null>(null);
  const strongest = largestAt(sums, Math.abs);
  const at = (index: number): Place => ({ row: Math.floor(index / width), column: index % width });
  const place = pointed ?? (term && at(Math.floor(term.source[0] / channels))) ?? picked ?? at(strongest);
  const inWords = ({ row, column }: Place) =>
    `${placeWords.inPlane({ row, column })}: ${formatNumber(sums[placeIndex(maps, row, column)])}`;
  const map = (
    <MapCanvas
      image={image}
      height={height}
      width={width}
      side={15}
      label={words.label({ unit, height, width })}
      place={place}
      words={inWords}
      onPick={setPicked}
      onPoint={setPointed}
      onOpen={onOpen}
    />
  );
  if (small)
    return (
      <figure>
        {map}
        <figcaption>{words.brings({ words: inWords(place) })}</figcaption>
      </figure>
    );
  return (
    <>
      <p>
        <Rich text={words.looks({ unit, channels, words: inWords(place) })} tags={{ n: number }} />
      </p>
      {map}
      <Legend range={range} of="sum" />
    </>
  );
}

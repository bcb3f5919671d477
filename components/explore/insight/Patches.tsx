'use client';

import { maxIndex, mean, range } from 'd3-array';
import { useMemo } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { FigureHead } from '@/components/controls/FigureHead';
import { SaveImage } from '@/components/controls/SaveImage';
import { number, Rich } from '@/components/site/Rich';
import { usePipeline, useStageTrace, useTrace } from '@/components/state/hooks';
import { OpenValue } from '@/components/values/OpenValue';
import { openValue } from '@/components/values/opening';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber, formatShape } from '@/lib/format/format';
import { type Pipeline, pixelsSeen, type Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { type PixelRectangle, receptiveField } from '@/lib/provenance/field';
import { asMap, type Cell, channelOf, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/insight';
import styles from './Insight.module.css';

const COUNT = 6;
/** The side of the smallest part of the image that is shown, in pixels. */
const LEAST_SIDE = 14;

/**
 * For the maps of a stage with the strongest responses: the map, and the part of the image that it responds
 * to most, outlined in what is around it.
 */
export function Patches({ stage }: { readonly stage: Stage }) {
  const pipeline = usePipeline();
  const trace = useStageTrace(stage.id);
  const image = useTrace()?.stages[0] ?? null;
  const patches = useMemo(() => (trace ? patchesOf(pipeline, trace, COUNT) : []), [pipeline, trace]);
  const range = useMemo(() => (trace ? rangeOf(trace.values) : null), [trace]);
  const seen = pixelsSeen(pipeline, stage) ?? asMap(pipeline.architecture.input).slice(0, 2);
  return (
    <figure className={styles.patches} aria-label={stage.title}>
      <figcaption>
        <h3>{stage.title}</h3>
        <FigureHead className={styles.seen}>
          <p>
            <Rich text={words.oneValue({ size: formatShape(seen) })} tags={{ n: number }} />
          </p>
          {range && <Legend range={range} of="value" />}
        </FigureHead>
      </figcaption>
      <ol className={styles.pairs} aria-label={words.maps({ stage: stage.id })}>
        {trace && image && range
          ? patches.map((patch) => (
              <li key={patch.channel}>
                <Pair patch={patch} trace={trace} image={image} range={range} />
              </li>
            ))
          : Array.from({ length: COUNT }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: empty frames have no other key
              <li key={at} className={styles.waiting} />
            ))}
      </ol>
      <SaveImage />
    </figure>
  );
}

interface PairProps {
  readonly patch: Patch;
  readonly trace: StageTrace;
  readonly image: StageTrace;
  readonly range: ColourRange;
}

function Pair({ patch, trace, image, range }: PairProps) {
  const [height, width] = asMap(trace.shape);
  const map = useMemo(
    () => planeImage(channelOf(trace, patch.channel), height, width, range),
    [trace, patch.channel, height, width, range],
  );
  const { field } = patch;
  const around = useMemo(() => surroundings(asMap(image.shape), field), [image, field]);
  const cut = useMemo(() => cutOut(image, around), [image, around]);
  return (
    <>
      <PixelCanvas
        image={map}
        height={height}
        width={width}
        className={styles.map}
        label={words.map({ map: patch.channel, value: formatNumber(patch.value, 2) })}
      />
      <span className={styles.patch}>
        <PixelCanvas image={cut} height={around.height} width={around.width} label={words.patch(field)} />
        <svg viewBox={`0 0 ${around.width} ${around.height}`} aria-hidden="true">
          <rect
            x={field.column - around.column}
            y={field.row - around.row}
            width={field.width}
            height={field.height}
          />
        </svg>
      </span>
      <span className="number">
        <OpenValue row onOpen={() => openValue({ stage: trace.stage, cell: patch.cell })}>
          {patch.channel}
          <span className="visually-hidden">{words.explain()}</span>
        </OpenValue>
      </span>
    </>
  );
}

/**
 * A square part of the image with the given one in its middle, as far as the image reaches: a corner alone is nine pixels,
 * which only what is around them explains.
 */
function surroundings([height, width]: MapShape, field: PixelRectangle): PixelRectangle {
  const side = Math.min(height, width, Math.max(LEAST_SIDE, field.height * 2));
  const from = (first: number, count: number, last: number) =>
    Math.max(0, Math.min(Math.round(first + count / 2 - side / 2), last - side));
  return {
    row: from(field.row, field.height, height),
    column: from(field.column, field.width, width),
    height: side,
    width: side,
  };
}

function cutOut(image: StageTrace, part: PixelRectangle): ImageData {
  const [, width, channels] = asMap(image.shape);
  const values = new Float32Array(part.height * part.width * channels);
  for (let row = 0; row < part.height; row++) {
    const from = ((part.row + row) * width + part.column) * channels;
    values.set(image.values.subarray(from, from + part.width * channels), row * part.width * channels);
  }
  return rgbImage(values, part.height, part.width, 255);
}

/** A map at its strongest response, and the part of the image that it responds to there. */
interface Patch {
  readonly channel: number;
  /** The cell of the strongest response in the stage. */
  readonly cell: Cell;
  readonly value: number;
  readonly field: PixelRectangle;
}

/** How far a map's largest value exceeds its mean, and where it is. */
function peakOf(plane: Float32Array): { readonly at: number; readonly height: number } {
  const at = maxIndex(plane);
  return { at, height: plane[at] - (mean(plane) ?? 0) };
}

/**
 * The `count` maps with the most prominent single place, each with the part of the image that it responds to
 * there. A map that is bright everywhere says little about a pattern, and one that never fires nothing.
 */
function patchesOf(pipeline: Pipeline, trace: StageTrace, count: number): readonly Patch[] {
  const [, width, channels] = asMap(trace.shape);
  const found = range(channels).flatMap((channel) => {
    const plane = channelOf(trace, channel);
    const { at, height } = peakOf(plane);
    const cell = [Math.floor(at / width), at % width, channel] as const;
    const field = receptiveField(pipeline, trace.stage, cell);
    return field.ok && height > 0 ? [{ channel, cell, value: plane[at], height, field: field.value }] : [];
  });
  const byHeight = found.toSorted((a, b) => b.height - a.height);
  // Several maps may answer to the same place: other places come first, so that different patterns are seen.
  const apart: Patch[] = [];
  for (const patch of byHeight) if (!apart.some(({ field }) => isNear(field, patch.field))) apart.push(patch);
  return [...apart, ...byHeight.filter((patch) => !apart.includes(patch))].slice(0, count);
}

/** Whether two parts of the image, of the same size, share more than a quarter of it or so. */
const isNear = (one: PixelRectangle, other: PixelRectangle): boolean =>
  Math.abs(one.row - other.row) * 2 < one.height && Math.abs(one.column - other.column) * 2 < one.width;

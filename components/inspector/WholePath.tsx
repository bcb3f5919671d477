'use client';

import { useMemo } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { SaveImage } from '@/components/controls/SaveImage';
import { isAnswer } from '@/components/figures/value-words';
import { useClassWord } from '@/components/state/hooks';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { BYTE, type Pipeline } from '@/lib/network/pipeline';
import type { StageTrace, Trace } from '@/lib/network/trace';
import type { Step } from '@/lib/provenance/path';
import { asPlace, type Cell, isMap, type Tensor, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/inspector';
import frames from './Drawn.module.css';
import { Mark } from './Mark';
import { stepName } from './names';
import styles from './WholePath.module.css';

/** Pixels around the one at the end, in each direction. */
const AROUND = 4;

interface Props {
  readonly path: readonly Step[];
  readonly pipeline: Pipeline;
  readonly trace: Trace;
  /** Returns to the value with this many steps of the path. */
  onTurn(length: number): void;
}

/** The end of a path: every value on it in its place, and the pixel that it ends at, enlarged. */
export function WholePath({ path, pipeline, trace, onTurn }: Props) {
  const classWord = useClassWord();
  const end = path[path.length - 1];
  const stageTrace = (step: Step) => trace.stages.find(({ stage }) => stage === step.stage);
  const image = trace.stages[0];
  return (
    <section className={styles.whole} aria-labelledby="whole-path">
      <h3 id="whole-path">{words.wholePath({ count: path.length })}</h3>
      <figure className={styles.parts} aria-labelledby="whole-path">
        <Pixel image={image} cell={end.cell} />
        <ol className={styles.steps}>
          {path.map((step, at) => {
            const traced = stageTrace(step);
            const value = traced && valueAt(traced, step.cell);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a path may contain a value twice
              <li key={`${at} ${step.stage} ${step.cell}`}>
                <button type="button" disabled={at === path.length - 1} onClick={() => onTurn(at + 1)}>
                  {traced && <Spot traced={traced} cell={step.cell} image={traced === image} />}
                  <span>{stepName(step, pipeline, classWord)}</span>
                  {value !== undefined && (
                    <b className="number">
                      {isAnswer(step, pipeline) ? formatPercent(value) : formatNumber(value)}
                    </b>
                  )}
                </button>
              </li>
            );
          })}
        </ol>
        <SaveImage />
      </figure>
    </section>
  );
}

/** A vector as a square of values, row by row, so that it can be drawn like a map. */
function squareOf({ values, shape }: Tensor, cell: Cell) {
  if (isMap(shape)) {
    const [row, column, channel] = asPlace(cell);
    return { plane: planeOf(values, shape[2], channel), height: shape[0], width: shape[1], row, column };
  }
  const width = Math.ceil(Math.sqrt(values.length));
  const height = Math.ceil(values.length / width);
  const plane = new Float32Array(height * width);
  plane.set(values);
  return { plane, height, width, row: Math.floor(cell[0] / width), column: cell[0] % width };
}

/** A stage's map, or vector, with the value marked. */
function Spot({ traced, cell, image }: { traced: StageTrace; cell: Cell; image: boolean }) {
  const { plane, height, width, row, column } = useMemo(() => squareOf(traced, cell), [traced, cell]);
  const range = useMemo(() => rangeOf(traced.values), [traced]);
  const drawn = useMemo(
    () => (image ? rgbImage(traced.values, height, width, BYTE) : planeImage(plane, height, width, range)),
    [image, traced, plane, height, width, range],
  );
  return (
    <span className={frames.image}>
      <PixelCanvas image={drawn} height={height} width={width} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Mark {...{ row, column, height, width }} />
      </svg>
    </span>
  );
}

/** The pixel at the end of the path among its neighbours, large, with its numbers. */
function Pixel({ image, cell }: { image: StageTrace; cell: Cell }) {
  const near = useMemo(() => neighbourhood(image, cell), [image, cell]);
  const { values, side, row, column, own } = near;
  const drawn = useMemo(() => rgbImage(values, side[0], side[1], BYTE), [values, side]);
  const numbers = Array.from(own, (value) => formatNumber(value)).join(' · ');
  const place = { row: cell[0], column: cell[1] ?? 0, numbers };
  return (
    <figure className={styles.pixel}>
      <div className={frames.image}>
        <PixelCanvas image={drawn} height={side[0]} width={side[1]} label={words.pixelAmong(place)} />
        <svg viewBox={`0 0 ${side[1]} ${side[0]}`} aria-hidden="true">
          <rect x={column} y={row} width={1} height={1} />
        </svg>
      </div>
      <figcaption>{words.pixelAmong(place)}</figcaption>
    </figure>
  );
}

/** The part of an image around a pixel, moved inside at its borders; where the pixel is in it; its channels. */
function neighbourhood({ values, shape }: Tensor, cell: Cell) {
  const [height, width = 1, depth = 1] = shape;
  const [row, column] = asPlace(cell);
  const side = [Math.min(height, 2 * AROUND + 1), Math.min(width, 2 * AROUND + 1)] as const;
  const top = Math.max(0, Math.min(height - side[0], row - AROUND));
  const left = Math.max(0, Math.min(width - side[1], column - AROUND));
  const at = (y: number, x: number) => ((top + y) * width + left + x) * depth;
  const part = Array.from({ length: side[0] }, (_, y) => values.subarray(at(y, 0), at(y, side[1])));
  const cut = new Float32Array(side[0] * side[1] * depth);
  part.forEach((line, y) => {
    cut.set(line, y * side[1] * depth);
  });
  const first = at(row - top, column - left);
  return {
    values: cut,
    side,
    row: row - top,
    column: column - left,
    own: values.subarray(first, first + depth),
  };
}

import { type ReactNode, useId, useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { Savable } from '@/components/controls/Savable';
import { PadBoard } from '@/components/images/PadBoard';
import { useDrawing } from '@/components/images/use-drawing';
import { drawnAs } from '@/lib/data/drawing/drawn-digit';
import { formatShape } from '@/lib/format/format';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/data-pad';
import camera from '../camera/Camera.module.css';
import styles from './Pad.module.css';

const SIDES = [28, 32, 64];

/** What is on the pad. */
interface Drawn {
  /** In the set's shape; null while the pad is empty. */
  readonly pixels: Uint8Array | null;
  clear(): void;
}

interface Props {
  readonly shape: MapShape;
  /** Drawings that were added have their size. */
  readonly isFixed: boolean;
  onShape(shape: MapShape): void;
  /** What stands beside the pad. */
  children(drawn: Drawn): ReactNode;
}

const nothing = () => {};

/** A pad to draw images of a data set on, one after the other. */
export function Pad({ shape, isFixed, onShape, children }: Props) {
  const size = useId();
  const { view, change } = useDrawing(nothing);
  const [height, width] = shape;
  const pixels = useMemo(() => view.digit && drawnAs(view.digit, shape), [view.digit, shape]);
  const image = useMemo(() => pixels && rgbImage(pixels, height, width, 255), [pixels, height, width]);
  const undo = () => change((drawing) => drawing.undo());
  const clear = () => change((drawing) => drawing.clear());
  return (
    <div className={camera.camera}>
      <Savable label={words.title()}>
        <div className={styles.pad}>
          <PadBoard board={view.board} change={change} />
        </div>
        <p className={camera.row} data-screen>
          <button type="button" className="button-quiet" aria-disabled={!view.canUndo} onClick={undo}>
            {words.undo()}
          </button>
          <button type="button" className="button-quiet" aria-disabled={view.strokes === 0} onClick={clear}>
            {words.clear()}
          </button>
        </p>
        <figure className={styles.seen}>
          <PixelCanvas image={image} height={height} width={width} className={styles.image} />
          <figcaption className="label">{words.seen()}</figcaption>
        </figure>
        <p className={camera.row} data-screen>
          <label htmlFor={size} className="label">
            {words.size()}
          </label>
          <select
            id={size}
            disabled={isFixed}
            value={height}
            onChange={({ currentTarget }) => {
              const side = Number(currentTarget.value);
              onShape([side, side, 1]);
            }}
          >
            {SIDES.map((side) => (
              <option key={side} value={side}>
                {formatShape([side, side])}
              </option>
            ))}
          </select>
        </p>
      </Savable>
      {children({ pixels, clear })}
    </div>
  );
}

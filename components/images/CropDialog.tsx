'use client';

import {
  type SyntheticEvent,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import ReactCrop, { type PercentCrop } from 'react-image-crop';
import 'react-image-crop/dist/ReactCrop.css';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { number, Rich } from '@/components/site/Rich';
import { useDataSet } from '@/components/state/hooks';
import { isDrawing } from '@/lib/data/drawable';
import { cutImage, isSmaller, type OpenedImage, previewImage } from '@/lib/data/opened-image';
import type { OwnImage } from '@/lib/data/own-image';
import { middleSquare, type Square } from '@/lib/data/resample';
import { formatShape } from '@/lib/format/format';
import words from '@/words/crop';
import styles from './CropDialog.module.css';
import { PixelThumb } from './PixelThumb';

interface Props {
  readonly opened: OpenedImage;
  /** What went wrong with a different file that arrived meanwhile, or null. */
  readonly problem: string | null;
  readonly onUse: (image: OwnImage) => void;
  readonly onCancel: () => void;
}

/** Asks which square of an image the network should see, and shows what it will see. */
export default function CropDialog({ opened, problem, onUse, onCancel }: Props) {
  const { original, image, name, notes } = opened;
  const { shape } = useDataSet();
  const dialog = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [crop, setCrop] = useState(() => asCrop(middleSquare(original), original));
  const settled = useDeferredValue(crop);
  const square = useMemo(() => asSquare(settled, opened.original), [opened, settled]);
  const pixels = useMemo(() => previewImage(opened, square, shape), [opened, square, shape]);
  const side = Math.round(square.side);
  // Where the whole image is small, a note already says so.
  const few =
    isSmaller({ width: side, height: side }, shape) && !isSmaller(original, shape) && !isDrawing(original);
  useLayoutEffect(() => {
    const own = dialog.current;
    own?.showModal();
    // Closing it before it is removed returns the focus to the element that opened it.
    return () => own?.close();
  }, []);
  // A long image scrolls in its frame, and the keyboard moves the square too.
  useEffect(() => {
    if (settled && isLong(original))
      frame.current?.querySelector('.ReactCrop__crop-selection')?.scrollIntoView(NEAREST);
  }, [settled, original]);
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onCancel();
  };
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="crop-title" onCancel={cancel}>
      <h2 id="crop-title">{words.title()}</h2>
      <p className={styles.help}>{words.help()}</p>
      <div className={styles.work}>
        <div ref={frame} className={styles.frame} data-long={isLong(original)}>
          <ReactCrop
            crop={crop}
            aspect={1}
            keepSelection
            minWidth={8}
            onChange={(_, percent) => setCrop(percent)}
            ariaLabels={LABELS}
            className={styles.crop}
          >
            <PixelCanvas
              image={image}
              width={image.width}
              height={image.height}
              label={words.whole({ name })}
              className={styles.whole}
              style={{ width: widthFor(original) }}
            />
          </ReactCrop>
        </div>
        <figure className={styles.preview}>
          <PixelThumb pixels={pixels} />
          <figcaption className="label">
            <Rich text={words.sees({ size: formatShape([shape[0], shape[1]]) })} tags={{ n: number }} />
            {few && <span role="status"> {words.few({ side })}</span>}
          </figcaption>
        </figure>
      </div>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <div className={`button-row ${styles.buttons}`}>
        <button
          type="button"
          className="button"
          onClick={() => onUse(cutImage(opened, asSquare(crop, original)))}
        >
          {words.use()}
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          {words.cancel()}
        </button>
      </div>
    </dialog>
  );
}

/** Beyond this, one side would be too thin for seeing or dragging a square. */
const LONG_RATIO = 4;
const isLong = ({ width, height }: Size): boolean =>
  Math.max(width, height) > LONG_RATIO * Math.min(width, height);

/** As large as the window allows, in both dimensions; small images are enlarged. A long one scrolls. */
function widthFor({ width, height }: Size): string {
  const ratio = width / height;
  if (isLong({ width, height }))
    return `${Math.min(THIN_REM * Math.max(1, ratio), LONG_REM * Math.min(1, ratio))}rem`;
  return `min(26rem, calc(50dvh * ${ratio}), calc(100vw - 5rem))`;
}

/** The shorter side of a long image, unless its longer one would become too long for scrolling. */
const THIN_REM = 6;
const LONG_REM = 500;
const NEAREST = { block: 'nearest', inline: 'nearest' } as const;

const handle = (corner: string) => words.corner({ corner });
const LABELS = {
  cropArea: words.area(),
  nwDragHandle: handle(words.upperLeft()),
  neDragHandle: handle(words.upperRight()),
  seDragHandle: handle(words.lowerRight()),
  swDragHandle: handle(words.lowerLeft()),
  nDragHandle: words.upper(),
  eDragHandle: words.right(),
  sDragHandle: words.lower(),
  wDragHandle: words.left(),
};

interface Size {
  readonly width: number;
  readonly height: number;
}

const asCrop = ({ x, y, side }: Square, { width, height }: Size): PercentCrop => ({
  unit: '%',
  x: (x / width) * 100,
  y: (y / height) * 100,
  width: (side / width) * 100,
  height: (side / height) * 100,
});

const asSquare = (crop: PercentCrop, { width, height }: Size): Square => ({
  x: (crop.x / 100) * width,
  y: (crop.y / 100) * height,
  side: (crop.width / 100) * width,
});

'use client';

import { type SyntheticEvent, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import ReactCrop, { type PercentCrop } from 'react-image-crop';
import 'react-image-crop/dist/ReactCrop.css';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { number, Rich } from '@/components/site/Rich';
import { cutPicture, type OpenedPicture } from '@/lib/data/own-picture';
import { PICTURE_SIDE, type Picture } from '@/lib/data/picture';
import { middleSquare, type Square } from '@/lib/data/resample';
import { formatShape } from '@/lib/format/format';
import words from '@/words/crop';
import styles from './CropDialog.module.css';
import { PixelThumb } from './PixelThumb';

interface Props {
  readonly opened: OpenedPicture;
  readonly onUse: (picture: Picture) => void;
  readonly onCancel: () => void;
}

/** Asks which square of a picture the network should see, and shows what it will see. */
export default function CropDialog({ opened, onUse, onCancel }: Props) {
  const { image, name, notes } = opened;
  const dialog = useRef<HTMLDialogElement>(null);
  const [crop, setCrop] = useState(() => asCrop(middleSquare(image), image));
  const settled = useDeferredValue(crop);
  const picture = useMemo(() => cutPicture(opened, asSquare(settled, opened.image)), [opened, settled]);
  useLayoutEffect(() => {
    const own = dialog.current;
    own?.showModal();
    // Closed before it is taken away, it gives the focus back to what opened it.
    return () => own?.close();
  }, []);
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onCancel();
  };
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="crop-title" onCancel={cancel}>
      <h2 id="crop-title">{words.title()}</h2>
      <p className={styles.help}>{words.help()}</p>
      <div className={styles.work}>
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
            style={{ width: widthFor(image.width / image.height) }}
          />
        </ReactCrop>
        <figure className={styles.preview}>
          <PixelThumb pixels={picture.pixels} />
          <figcaption className="label">
            <Rich
              text={words.sees({ size: formatShape([PICTURE_SIDE, PICTURE_SIDE]) })}
              tags={{ n: number }}
            />
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
      <div className={styles.buttons}>
        <button
          type="button"
          className="button"
          onClick={() => onUse(cutPicture(opened, asSquare(crop, opened.image)))}
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

/** As large as the window allows, in both directions; small pictures are enlarged to be seen. */
const widthFor = (ratio: number): string => `min(26rem, calc(50dvh * ${ratio}), calc(100vw - 5rem))`;

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

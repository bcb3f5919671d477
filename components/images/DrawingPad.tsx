'use client';

import { useId, useState } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import { number, Rich } from '@/components/site/Rich';
import { useDataSet } from '@/components/state/hooks';
import type { FramedDigit } from '@/lib/data/drawing/drawn-digit';
import type { InputImage } from '@/lib/data/input-image';
import { type OwnImage, ownImage } from '@/lib/data/own-image';
import { formatShape } from '@/lib/format/format';
import words from '@/words/drawing-pad';
import styles from './DrawingPad.module.css';
import { PadBoard } from './PadBoard';
import { PixelThumb } from './PixelThumb';
import { type DrawingView, useDrawing } from './use-drawing';

interface Props {
  /** What the network sees of the drawing, with every frame in which it changes. Not while the pad is empty. */
  readonly onImage: (image: InputImage) => void;
  /** The learner keeps the drawing as an image. */
  readonly onKeep: (image: OwnImage) => void;
}

/** One for all drawings: an address would be rewritten with every move of the pen. */
const LIVE_ID = 'own-drawing';

/** A pad to draw an image on, and beside it that image as the network sees it, while it is being drawn. */
export default function DrawingPad({ onImage, onKeep }: Props) {
  const title = useId();
  const { view, change } = useDrawing((pixels) =>
    onImage({ id: LIVE_ID, kind: 'own', name: words.live(), pixels }),
  );
  const [kept, setKept] = useState<Kept | null>(null);
  const [height, width] = useDataSet().shape;
  const isKept = kept !== null && kept.digit === view.digit;
  const keep = () => {
    if (!view.digit || isKept) return;
    const image = ownImage(
      words.name({ number: (kept?.number ?? 0) + 1 }),
      view.digit.image,
      view.digit.square,
    );
    setKept({ number: (kept?.number ?? 0) + 1, name: image.name, digit: view.digit });
    onKeep(image);
  };
  const undo = () => change((drawing) => drawing.undo());
  return (
    <figure className={styles.pad} aria-labelledby={title}>
      <div className={styles.draw}>
        <p id={title} className={`label ${styles.title}`}>
          {words.title()}
        </p>
        <PadBoard board={view.board} change={change} />
      </div>
      <div className={styles.beside}>
        <figure className={styles.seen}>
          <PixelThumb pixels={view.pixels} />
          <figcaption className="label">
            <Rich text={words.sees({ size: formatShape([height, width]) })} tags={{ n: number }} />
          </figcaption>
        </figure>
        <p className="label" data-screen>
          {words.help()}
        </p>
        <div className="button-row">
          <Tool word={words.undo()} able={view.canUndo} act={undo} />
          <Tool
            word={words.clear()}
            able={view.strokes > 0}
            act={() => change((drawing) => drawing.clear())}
          />
          <Tool word={words.keep()} able={view.digit !== null && !isKept} act={keep} />
        </div>
        <p role="status" className="status" data-screen>
          {isKept ? words.kept({ name: kept.name }) : drawnWords(view)}
        </p>
        <SaveImage />
      </div>
    </figure>
  );
}

/** The drawing that was kept last, and which one of this visit to the page it is. */
interface Kept {
  readonly number: number;
  readonly name: string;
  readonly digit: FramedDigit;
}

const drawnWords = ({ strokes }: DrawingView): string =>
  strokes > 0 ? words.strokes({ count: strokes }) : words.nothing();

interface ToolProps {
  readonly word: string;
  readonly able: boolean;
  act(): void;
}

/** A button that keeps the focus while there is nothing for it to do. */
const Tool = ({ word, able, act }: ToolProps) => (
  <button type="button" className="button-quiet" aria-disabled={!able} onClick={() => able && act()}>
    {word}
  </button>
);

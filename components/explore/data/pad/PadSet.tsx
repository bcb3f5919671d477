'use client';

import { type RefObject, useId, useRef, useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import { capturedSet } from '@/lib/data/sets/camera/frames';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/data-pad';
import { LOCALE } from '@/words/locale';
import styles from '../camera/Camera.module.css';
import { CapturedClassRow } from '../camera/CapturedClassRow';
import { CaptureFoot } from '../camera/CaptureFoot';
import { type Captured, useCaptured } from '../camera/use-captured';
import { ReadSetView } from '../ReadSetView';
import { Pad } from './Pad';

const FIRST_SHAPE: MapShape = [28, 28, 1];
const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

/** Fills classes with drawings, and makes a data set of them. */
export default function PadSet() {
  const title = useId();
  const [isOpen, setOpen] = useState(false);
  // Here, because drawings outlive the set that was made of them: more may be added to them.
  const captured = useCaptured();
  const drawing = useRef(1);
  const [shape, setShape] = useState(FIRST_SHAPE);
  const [set, setSet] = useState<LabelledSet | null>(null);
  if (set)
    return <ReadSetView set={set} problem={null} onClose={() => setSet(null)} onKept={captured.kept} />;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{words.title()}</h2>
      <p className={open.intro}>{words.intro()}</p>
      {isOpen ? (
        <Classes {...{ captured, drawing, shape }} onShape={setShape} onMade={setSet} />
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {words.open()}
        </button>
      )}
    </section>
  );
}

interface Props {
  readonly captured: Captured;
  /** The number of the next drawing. */
  readonly drawing: RefObject<number>;
  readonly shape: MapShape;
  onShape(shape: MapShape): void;
  onMade(set: LabelledSet): void;
}

function Classes({ captured, drawing, shape, onShape, onMade }: Props) {
  const { classes, count } = captured;
  function make() {
    const named = captured.named();
    if (named) onMade(capturedSet(words.name({ date: date.format(new Date()) }), named, shape, 'pad'));
  }
  return (
    <>
      <p className="label">{words.help()}</p>
      <Pad shape={shape} isFixed={count > 0} onShape={onShape}>
        {(drawn) => (
          <ul className={styles.classes}>
            {classes.map((one, at) => (
              <CapturedClassRow
                key={one.id}
                one={one}
                number={at + 1}
                shape={shape}
                count={words.count({ count: one.frames.length })}
                add={(name) => (
                  <button
                    type="button"
                    className="button"
                    aria-label={words.addTo({ name })}
                    aria-disabled={drawn.pixels === null}
                    onClick={() => {
                      if (!drawn.pixels) return;
                      const frame = { pixels: drawn.pixels, burst: drawing.current++ };
                      // What was refused stays on the pad.
                      if (captured.add(one.id, frame)) drawn.clear();
                    }}
                  >
                    {words.add()}
                  </button>
                )}
                removeLast={{ word: words.removeLast(), label: (name) => words.removeLastOf({ name }) }}
                {...captured.rowOf(one)}
              />
            ))}
          </ul>
        )}
      </Pad>
      <CaptureFoot captured={captured} make={words.make({ count })} onMake={make} />
    </>
  );
}

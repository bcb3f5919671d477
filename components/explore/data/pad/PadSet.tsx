'use client';

import { useId, useRef, useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import {
  type CapturedClass,
  capturedSet,
  frameCount,
  MOST_FRAMES,
  sharedName,
  withoutLastBurst,
} from '@/lib/data/sets/camera/frames';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { formatCount } from '@/lib/format/format';
import type { MapShape } from '@/lib/tensor/tensor';
import camera from '@/words/data-camera';
import words from '@/words/data-pad';
import { LOCALE } from '@/words/locale';
import styles from '../camera/Camera.module.css';
import { CapturedClassRow } from '../camera/CapturedClassRow';
import { ReadSetView } from '../ReadSetView';
import { Pad } from './Pad';

const MOST_CLASSES = 20;
const FIRST_SHAPE: MapShape = [28, 28, 1];
const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const fresh = (id: number): CapturedClass => ({ id, name: '', frames: [] });

/** Fills classes with drawings, and makes a data set of them. */
export default function PadSet() {
  const title = useId();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<LabelledSet | null>(null);
  if (made) return <ReadSetView set={made} problem={null} onClose={() => setMade(null)} />;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{words.title()}</h2>
      <p className={open.intro}>{words.intro()}</p>
      {isOpen ? (
        <Classes onMade={setMade} />
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {words.open()}
        </button>
      )}
    </section>
  );
}

function Classes({ onMade }: { onMade(set: LabelledSet): void }) {
  const [shape, setShape] = useState(FIRST_SHAPE);
  const [classes, setClasses] = useState<readonly CapturedClass[]>([fresh(1), fresh(2)]);
  const [problem, setProblem] = useState('');
  const next = useRef({ id: 3, drawing: 1 });
  const count = frameCount(classes);
  const change = (id: number, changed: (one: CapturedClass) => CapturedClass) =>
    setClasses((all) => all.map((one) => (one.id === id ? changed(one) : one)));
  function add(id: number, pixels: Uint8Array) {
    if (count >= MOST_FRAMES) return setProblem(camera.enough({ most: formatCount(MOST_FRAMES) }));
    const frame = { pixels, burst: next.current.drawing++ };
    change(id, (one) => ({ ...one, frames: [...one.frames, frame] }));
  }
  function make() {
    const named = classes.map((one, at) => ({
      ...one,
      name: one.name.trim() || camera.classNumber({ number: at + 1 }),
    }));
    const shared = sharedName(named);
    setProblem(shared === null ? '' : camera.sameName({ name: shared }));
    if (shared !== null || count === 0) return;
    onMade(capturedSet(words.name({ date: date.format(new Date()) }), named, shape, 'pad'));
  }
  return (
    <>
      <p className="label">{words.help()}</p>
      <Pad shape={shape} isFixed={count > 0} onShape={setShape}>
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
                      add(one.id, drawn.pixels);
                      drawn.clear();
                    }}
                  >
                    {words.add()}
                  </button>
                )}
                removeLast={{ word: words.removeLast(), label: (name) => words.removeLastOf({ name }) }}
                onName={(name) => change(one.id, (now) => ({ ...now, name }))}
                onRemoveLast={() => change(one.id, withoutLastBurst)}
                onRemove={
                  classes.length > 1 ? () => setClasses(classes.filter(({ id }) => id !== one.id)) : undefined
                }
              />
            ))}
          </ul>
        )}
      </Pad>
      <p className="button-row">
        <button
          type="button"
          className="button-quiet"
          aria-disabled={classes.length >= MOST_CLASSES}
          onClick={() => classes.length < MOST_CLASSES && setClasses([...classes, fresh(next.current.id++)])}
        >
          {camera.addClass()}
        </button>
        <button type="button" className="button" aria-disabled={count === 0} onClick={make}>
          {words.make({ count })}
        </button>
      </p>
      <p role="alert" className={open.problem}>
        {problem}
      </p>
    </>
  );
}

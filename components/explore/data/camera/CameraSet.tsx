'use client';

import { useId, useRef, useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import { useSubject } from '@/components/state/hooks';
import { frameOf } from '@/lib/data/sets/camera/camera';
import { capturedSet } from '@/lib/data/sets/camera/frames';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { formatShape } from '@/lib/format/format';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/data-camera';
import { LOCALE } from '@/words/locale';
import { ReadSetView } from '../ReadSetView';
import styles from './Camera.module.css';
import { CapturedClassRow } from './CapturedClassRow';
import { CaptureFoot } from './CaptureFoot';
import { HoldButton } from './HoldButton';
import { useCamera } from './use-camera';
import { useCaptured } from './use-captured';

const SIDES = [32, 64, 96, 128];
const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

/** Fills classes with frames from a camera, and makes a data set of them. */
export default function CameraSet() {
  const input = useSubject(({ subject }) => subject.architecture.input);
  const channels = input[2] === 1 ? 1 : 3;
  const [shape, setShape] = useState<MapShape>([input[0], input[1], channels]);
  const [set, setSet] = useState<LabelledSet | null>(null);
  const captured = useCaptured();
  const { classes, count } = captured;
  const camera = useCamera();
  const burst = useRef(0);
  const ids = { title: useId(), device: useId(), size: useId() };
  function take(id: number, isFirst: boolean) {
    if (isFirst) burst.current += 1;
    const pixels = camera.video.current && frameOf(camera.video.current, shape);
    if (pixels) captured.add(id, { pixels, burst: burst.current });
  }
  function make() {
    const named = captured.named();
    if (!named) return;
    camera.stop();
    setSet(capturedSet(words.name({ date: date.format(new Date()) }), named, shape));
  }
  if (set)
    return <ReadSetView set={set} problem={null} onClose={() => setSet(null)} onKept={captured.kept} />;
  const sizes: readonly MapShape[] = [
    [input[0], input[1], channels],
    ...SIDES.filter((side) => side !== input[0] || side !== input[1]).map(
      (side): MapShape => [side, side, channels],
    ),
  ];
  return (
    <section aria-labelledby={ids.title}>
      <h2 id={ids.title}>{words.title()}</h2>
      <p className={open.intro}>{words.intro()}</p>
      <div className={styles.camera}>
        <div className={styles.sight}>
          <video
            ref={camera.video}
            className={styles.video}
            aria-label={words.preview()}
            autoPlay
            playsInline
            muted
            hidden={camera.phase !== 'on'}
          />
          {camera.phase !== 'on' && (
            <p className={styles.off} role="status">
              {camera.phase === 'starting' ? words.starting() : words.noCamera()}
            </p>
          )}
          <p className={styles.row}>
            {camera.phase === 'on' ? (
              <button type="button" className="button-quiet" onClick={camera.stop}>
                {words.stop()}
              </button>
            ) : (
              <button
                type="button"
                className="button"
                aria-disabled={camera.phase === 'starting'}
                onClick={() => camera.phase === 'off' && camera.start(camera.id)}
              >
                {words.start()}
              </button>
            )}
          </p>
          {camera.cameras.length > 1 && (
            <p className={styles.row}>
              <label htmlFor={ids.device} className="label">
                {words.device()}
              </label>
              <select
                id={ids.device}
                value={camera.id ?? ''}
                onChange={({ currentTarget }) => camera.start(currentTarget.value)}
              >
                {camera.cameras.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </p>
          )}
          <p className={styles.row}>
            <label htmlFor={ids.size} className="label">
              {words.size()}
            </label>
            <select
              id={ids.size}
              // Frames that were taken have their size.
              disabled={count > 0}
              value={String(shape)}
              onChange={({ currentTarget }) =>
                setShape(sizes.find((one) => String(one) === currentTarget.value) ?? shape)
              }
            >
              {sizes.map((one) => (
                <option key={String(one)} value={String(one)}>
                  {formatShape(one.slice(0, 2))}
                </option>
              ))}
            </select>
          </p>
          <p className="label">{words.hint()}</p>
        </div>
        <ul className={styles.classes}>
          {classes.map((one, at) => (
            <CapturedClassRow
              key={one.id}
              one={one}
              number={at + 1}
              shape={shape}
              count={words.frames({ count: one.frames.length })}
              add={(name) => (
                <HoldButton
                  word={words.hold()}
                  label={words.holdFor({ name })}
                  disabled={camera.phase !== 'on'}
                  onTick={(isFirst) => take(one.id, isFirst)}
                />
              )}
              removeLast={{
                word: words.removeBurst(),
                label: (name) => words.removeBurstOf({ name }),
              }}
              {...captured.rowOf(one)}
            />
          ))}
        </ul>
      </div>
      <CaptureFoot captured={captured} make={words.make({ count })} problem={camera.problem} onMake={make} />
    </section>
  );
}

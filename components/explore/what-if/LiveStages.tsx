'use client';

import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { isSigned } from '@/components/canvas/paint';
import { placeAt } from '@/components/canvas/walk';
import { Savable } from '@/components/controls/Savable';
import { usePipeline } from '@/components/state/hooks';
import { openValue } from '@/components/values/opening';
import { formatShape } from '@/lib/format/format';
import { whatIf } from '@/lib/store/explore/what-if';
import { cellAt, isMap } from '@/lib/tensor/tensor';
import words from '@/words/what-if';
import { type StageImage, stageImage } from './stage-image';
import { useWhatIf } from './use-what-if';
import styles from './WhatIf.module.css';

/**
 * A performance mark for each frame in which all stages of a new trace were painted; `npm run bench:paint`
 * counts them.
 */
const FRAME = 'what-if-frame';

/**
 * All stages of the changed image in the changed network. Pixels are painted without React, frame by frame.
 */
export function LiveStages() {
  const stages = usePipeline().stages;
  const original = useWhatIf((state) => state.original);
  const canvases = useRef(new Map<string, HTMLCanvasElement>());
  const shown = useWhatIf((state) => state.shown);
  const images = useMemo(
    () =>
      original && shown && stages.map((stage, at) => stageImage(stage, original.stages[at], shown[stage.id])),
    [original, shown, stages],
  );
  useEffect(() => {
    if (!images) return;
    let asked = 0;
    const paint = () => {
      asked = 0;
      const { frame } = whatIf.getState();
      if (!frame || frame.length !== images.length) return;
      frame.forEach((trace, at) => {
        const canvas = canvases.current.get(trace.stage);
        const image = images[at].paint(trace);
        canvas?.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
        canvas?.toggleAttribute('data-signed', isSigned(image));
      });
      performance.mark(FRAME);
    };
    paint();
    const stop = whatIf.subscribe((now, before) => {
      if (now.frame !== before.frame) asked ||= requestAnimationFrame(paint);
    });
    return () => {
      cancelAnimationFrame(asked);
      stop();
    };
  }, [images]);
  const open = (at: number) => (event: MouseEvent<HTMLButtonElement>) => {
    const { changed } = whatIf.getState();
    const trace = changed?.trace.stages[at];
    if (!trace || !images) return;
    openValue({ stage: trace.stage, cell: pressed(event, images[at]) ?? strongest(trace) });
  };
  return (
    <Savable label={words.stages()}>
      <ol className={styles.stages} aria-label={words.stages()}>
        {stages.map(({ id, output }, at) => (
          <li key={id}>
            <button type="button" onClick={open(at)} aria-label={words.explain({ stage: id })}>
              <canvas
                ref={(canvas) => {
                  if (canvas) canvases.current.set(id, canvas);
                }}
                height={images?.[at].height ?? 1}
                width={images?.[at].width ?? 1}
                data-map={isMap(output)}
              />
            </button>
            <span>{id}</span> <span className="number">{formatShape(output)}</span>
          </li>
        ))}
      </ol>
    </Savable>
  );
}

/** The value under the pointer; null for a key press, or where there is none. */
function pressed(
  { detail, currentTarget, clientX, clientY }: MouseEvent<HTMLButtonElement>,
  image: StageImage,
) {
  const box = currentTarget.querySelector('canvas')?.getBoundingClientRect();
  return detail > 0 && box ? image.cellAt(placeAt(box, clientX, clientY, image.height, image.width)) : null;
}

function strongest({ values, shape }: { readonly values: Float32Array; readonly shape: readonly number[] }) {
  const at = values.reduce((best, one, n) => (one > values[best] ? n : best), 0);
  return shape.length === 3 ? cellAt([shape[0], shape[1], shape[2]], at) : ([at] as const);
}

'use client';

import { useEffect, useState } from 'react';
import type { InputImage } from '@/lib/data/input-image';
import type { Preparation, PreparationName } from '@/lib/interchange/preparation';
import type { WeightSet } from '@/lib/network/weights';
import type { Result } from '@/lib/result';
import { predictPrepared } from '@/lib/store/explore/preparations';

/** The probabilities of the classes after each way of preparing that has been computed. */
export type Predictions = ReadonlyMap<PreparationName, Result<Float32Array>>;

const NONE: Predictions = new Map();

interface Asked {
  readonly preparations: readonly Preparation[];
  readonly weights: WeightSet;
  readonly image: InputImage | null;
  /** The network is about to be used: its copy makes room for it, and what has been predicted stays. */
  readonly isOver: boolean;
  /** How many milliseconds to wait, in case the preparations change again. */
  readonly pause?: number;
}

/** What a network predicts for an image after each way of preparing it; those of earlier images and ways are dropped. */
export function usePredictions({ preparations, weights, image, isOver, pause = 0 }: Asked): Predictions {
  const [found, setFound] = useState({ of: image, by: preparations, predictions: NONE });
  useEffect(() => {
    if (!image || isOver || preparations.length === 0) return;
    const leaving = new AbortController();
    const predict = () =>
      predictPrepared({
        preparations,
        weights,
        pixels: image.pixels,
        signal: leaving.signal,
        onPredicted: (name, probabilities) =>
          setFound((now) => {
            const earlier = now.of === image && now.by === preparations ? now.predictions : NONE;
            return {
              of: image,
              by: preparations,
              predictions: new Map(earlier).set(name, probabilities),
            };
          }),
      });
    const waiting = setTimeout(() => void predict(), pause);
    return () => {
      clearTimeout(waiting);
      leaving.abort();
    };
  }, [preparations, weights, image, isOver, pause]);
  return found.of === image && found.by === preparations ? found.predictions : NONE;
}

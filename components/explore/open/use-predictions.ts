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
}

/** What a network predicts for an image after each way of preparing it; earlier images' predictions are dropped. */
export function usePredictions({ preparations, weights, image, isOver }: Asked): Predictions {
  const [found, setFound] = useState({ of: image, predictions: NONE });
  useEffect(() => {
    if (!image || isOver) return;
    const leaving = new AbortController();
    void predictPrepared({
      preparations,
      weights,
      pixels: image.pixels,
      signal: leaving.signal,
      onPredicted: (name, probabilities) =>
        setFound((now) => ({
          of: image,
          predictions: new Map(now.of === image ? now.predictions : NONE).set(name, probabilities),
        })),
    });
    return () => leaving.abort();
  }, [preparations, weights, image, isOver]);
  return found.of === image ? found.predictions : NONE;
}

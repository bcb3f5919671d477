'use client';

import { useEffect, useMemo, useState } from 'react';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { withCopyOf } from '@/lib/store/explore/copy';
import { asMap } from '@/lib/tensor/tensor';
import { editImage, UNADJUSTED } from '@/lib/what-if/image-edits';

/** How far an image is moved, in pixels; negative is up or left. */
export interface Shift {
  readonly down: number;
  readonly right: number;
}

export interface Shifted {
  /** The bytes of the moved image; beyond its edge the edge pixels are repeated. Null before there is an image. */
  readonly pixels: Uint8Array | null;
  /** The network's probabilities for it; null until they are computed. */
  readonly probabilities: Float32Array | null;
  /** Why they can't be computed. */
  readonly sentence: string | null;
}

/** The image moved, and what the network on the page predicts for it. */
export function useShifted(original: Uint8Array | null, { down, right }: Shift): Shifted {
  const trace = useTrace();
  const { architecture } = usePipeline();
  const [probabilities, setProbabilities] = useState<Float32Array | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const pixels = useMemo(
    () =>
      original &&
      editImage(original, asMap(architecture.input), [
        { kind: 'adjust', seed: 1, ...UNADJUSTED, down, right },
      ]),
    [original, architecture, down, right],
  );
  const weights = trace?.complete && trace.source === 'live' ? trace.weights : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trace's image does not matter, its weights do
  useEffect(() => {
    if (!pixels || !trace || !weights) return;
    let left = false;
    void (async () => {
      const predicted = await withCopyOf(architecture, trace, ({ engine, copy }) =>
        engine.predict(copy, pixels, 1),
      );
      if (left) return;
      setSentence(predicted.ok ? null : predicted.problem.sentence);
      if (predicted.ok) setProbabilities(predicted.value);
    })();
    return () => {
      left = true;
    };
  }, [pixels, architecture, weights]);
  return { pixels, probabilities, sentence };
}

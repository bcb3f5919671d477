'use client';

import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useChosenImage, useDataSet, useSubject } from '@/components/state/hooks';
import { predictTop, type TopUnit } from '@/lib/store/explore/failures';
import { lookedAt, traceStore } from '@/lib/store/trace/trace';
import { asMap } from '@/lib/tensor/tensor';
import { applyChange, type Change, changesOf } from '@/lib/what-if/failures';
import { type Photograph, usePhotographs } from './use-photographs';

/** An image that the network may fail on, and what it predicts. */
export interface Shown {
  readonly name: Change | 'photograph';
  readonly pixels: Uint8Array;
  /** Its actual class, where that is known. */
  readonly label: string | undefined;
  /** Null until it is computed. */
  readonly top: TopUnit | null;
}

/** The trace of the selected network with its weights, whatever the page has changed; null until it is complete. */
export function useUnchangedTrace() {
  const trace = useStore(traceStore, lookedAt);
  return trace?.complete && trace.source === 'live' ? trace : null;
}

const sameClass = (photographs: readonly Photograph[], label: string | undefined) =>
  photographs.find((one) => one.label === label) ?? photographs[0];

/** The chosen image after each change, and a photograph, with what the selected network predicts for each. */
export function useFailures() {
  const architecture = useSubject(({ subject }) => subject.architecture);
  const photographs = usePhotographs(useDataSet());
  const image = useChosenImage();
  const trace = useUnchangedTrace();
  const [tops, setTops] = useState<readonly TopUnit[]>([]);
  const [sentence, setSentence] = useState<string | null>(null);
  const images = useMemo((): readonly Omit<Shown, 'top'>[] => {
    if (!image) return [];
    const shape = asMap(architecture.input);
    const original = new Uint8Array(image.pixels);
    const photograph = photographs && sameClass(photographs, image.label);
    return [
      ...changesOf(shape).map((name) => ({
        name,
        pixels: applyChange(name, original, shape),
        label: image.label,
      })),
      ...(photograph ? [{ name: 'photograph' as const, ...photograph }] : []),
    ];
  }, [architecture, image, photographs]);
  const weights = trace?.weights;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trace's image does not matter, its weights do
  useEffect(() => {
    setTops([]);
    if (!trace || images.length === 0) return;
    let left = false;
    const pixels = images.map((one) => one.pixels);
    void predictTop(architecture, trace, pixels).then((found) => {
      if (left) return;
      setSentence(found.ok ? null : found.problem.sentence);
      if (found.ok) setTops(found.value);
    });
    return () => {
      left = true;
    };
  }, [architecture, images, weights]);
  const shown = images.map((one, at): Shown => ({ ...one, top: tops[at] ?? null }));
  return { shown, photographs, sentence };
}

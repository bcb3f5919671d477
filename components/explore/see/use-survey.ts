'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useDataSet, usePipeline, useTrace } from '@/components/state/hooks';
import { loadSeenImages } from '@/components/training/epochs/load-images';
import type { LabelledImages } from '@/lib/data/data-set';
import type { MeasuredSet, Survey } from '@/lib/engine/examine-protocol';
import { withCopyOf } from '@/lib/store/explore/copy';

export interface Surveyed {
  readonly survey: Survey;
  /** Those that it is about. */
  readonly images: LabelledImages;
}

export interface SurveyView {
  readonly found: Surveyed | null;
  readonly busy: boolean;
  readonly sentence: string | null;
  ask(): void;
}

/**
 * The responses of a stage of the selected network to a set of images; requested once, and from then on again
 * whenever the network changes.
 */
export function useSurvey(which: MeasuredSet, stage: string): SurveyView {
  const trace = useTrace();
  const { architecture } = usePipeline();
  const dataSet = useDataSet();
  /** How often it was requested: after a failure once more. */
  const [asked, setAsked] = useState(0);
  const running = useRef(false);
  const [found, setFound] = useState<Surveyed | null>(null);
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const weights = trace?.complete && trace.source === 'live' ? trace.weights : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trace's image does not matter, its weights do
  useEffect(() => {
    if (asked === 0 || !trace || !weights) return;
    let left = false;
    running.current = true;
    setBusy(true);
    void (async () => {
      const survey = await withCopyOf(architecture, trace, ({ engine, copy }) =>
        engine.examine(copy, { name: 'survey', set: which, stage }),
      );
      const images = await loadSeenImages(dataSet);
      if (left) return;
      running.current = false;
      setBusy(false);
      const problem = survey.ok ? (images.ok ? null : images.problem) : survey.problem;
      setSentence(problem?.sentence ?? null);
      const part = images.ok && images.value[which];
      if (survey.ok && part) setFound({ survey: survey.value, images: part });
    })();
    return () => {
      left = true;
      running.current = false;
    };
  }, [asked, architecture, weights, which, stage]);
  const ask = useCallback(() => {
    if (!running.current) setAsked((times) => times + 1);
  }, []);
  return { found, busy, sentence, ask };
}

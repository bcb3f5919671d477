'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useDataSet, usePipeline, useTrace } from '@/components/state/hooks';
import { loadSeenImages } from '@/components/training/epochs/load-images';
import type { LabelledImages } from '@/lib/data/data-set';
import type { MeasuredSet, Survey } from '@/lib/engine/examine-protocol';
import type { DataSet } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import { withCopyOf } from '@/lib/store/explore/copy';

export interface Surveyed {
  readonly survey: Survey;
  /** Those that it is about. */
  readonly images: LabelledImages;
}

/** What a survey depends on. */
interface Surveying {
  readonly weights: WeightSet;
  readonly dataSet: DataSet;
  readonly which: MeasuredSet;
  readonly stage: string;
}

/** The last one, so that who comes back to its page does not wait for it again. */
let last: (Surveying & { readonly found: Surveyed }) | null = null;

function lastOf(now: Omit<Surveying, 'weights'> & { readonly weights: WeightSet | null }): Surveyed | null {
  if (!last) return null;
  const names = ['weights', 'dataSet', 'which', 'stage'] as const;
  return names.every((name) => last?.[name] === now[name]) ? last.found : null;
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
  const weights = trace?.complete && trace.source === 'live' ? trace.weights : null;
  const known = lastOf({ weights, dataSet, which, stage });
  /** How often it was requested: after a failure once more. */
  const [asked, setAsked] = useState(known ? 1 : 0);
  const running = useRef(false);
  const [found, setFound] = useState(known);
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trace's image does not matter, its weights do
  useEffect(() => {
    if (asked === 0 || !trace || !weights) return;
    if (known) {
      setFound(known);
      setBusy(false);
      setSentence(null);
      return;
    }
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
      if (!survey.ok || !part) return;
      const found = { survey: survey.value, images: part };
      last = { weights, dataSet, which, stage, found };
      setFound(found);
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

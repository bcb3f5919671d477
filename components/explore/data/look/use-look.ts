'use client';

import { useEffect, useState } from 'react';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import type { ClassStatistics } from '@/lib/data/sets/look/statistics';
import type { Survey } from '@/lib/data/sets/look/survey';
import { lookThrough } from '@/lib/data/sets/work/set-work';

/** What was found about a set's images. */
export interface Look {
  /** Of every image by its pixels: changes of labels change nothing about it. Null until it is there. */
  readonly survey: Survey | null;
  /** Of the classes as they are; null while it is being computed. */
  readonly statistics: readonly ClassStatistics[] | null;
  /** The share that has been looked at; 1 while the images are compared. */
  readonly done: number;
  readonly problem: string | null;
}

/** After a change, statistics wait for the next one so long. */
const PAUSE_MS = 600;
/** The steps in which progress is shown: each draws the page again. */
const STEPS = 10;

/** Looks through a set in a worker: at all images once, and at the classes again whenever they have changed. */
export function useLook(set: EditedSet): Look {
  const { pixels, labels, there, classes } = set;
  const [survey, setSurvey] = useState<{ readonly pixels: Uint8Array; readonly survey: Survey } | null>(null);
  const [found, setFound] = useState<{
    readonly of: readonly unknown[];
    readonly statistics: readonly ClassStatistics[];
  } | null>(null);
  const [done, setDone] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const isSurveyed = survey?.pixels === pixels;
  const isCurrent = found?.of[0] === labels && found.of[1] === there && found.of[2] === classes.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else a set says changes nothing about its pixels
  useEffect(() => {
    if (isSurveyed && isCurrent) return;
    const ending = new AbortController();
    const timer = setTimeout(
      async () => {
        const report = (share: number) => setDone(Math.floor(share * STEPS) / STEPS);
        const looked = await lookThrough(set, !isSurveyed, ending.signal, report);
        if (!looked || ending.signal.aborted) return;
        setProblem(looked.ok ? null : looked.problem.sentence);
        if (!looked.ok) return;
        if (looked.value.survey) setSurvey({ pixels, survey: looked.value.survey });
        setFound({ of: [labels, there, classes.length], statistics: looked.value.statistics });
      },
      isSurveyed ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [pixels, labels, there, classes.length]);
  return {
    survey: isSurveyed ? survey.survey : null,
    statistics: isCurrent ? found.statistics : null,
    done,
    problem,
  };
}

'use client';

import { useEffect, useMemo, useState } from 'react';
import {
  useClassWord,
  useLearner,
  usePipeline,
  useSubject,
  useTrace,
  useTrainingView,
} from '@/components/state/hooks';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import { rightOf, unitsOfLabels } from '@/lib/data/sets/look/verdicts';
import { TITLES } from '@/lib/shelf/titles';
import { answersFor } from '@/lib/store/explore/answers';
import { isTraining } from '@/lib/store/training/training';

/** What the shown network predicts for the images of a set. */
export interface Answers {
  /** The network's name, in the reader's language where it has one. */
  readonly network: string;
  /** The unit of each class of the set; null where the network has other classes. */
  readonly units: readonly number[] | null;
  /** The predicted unit of each image, by its place; null until all are predicted. */
  readonly predicted: Uint16Array | null;
  /** How many of the images are predicted right; null until that is known. */
  readonly tally: { readonly right: number; readonly count: number } | null;
  /** The share that has been predicted; null while nothing is computed. */
  readonly done: number | null;
  readonly problem: string;
  /** The network is being trained, and the predictions are those of the moment in which they were asked for. */
  readonly passing: boolean;
  /** The name of a unit's class. */
  nameOf(unit: number): string;
}

/** The steps in which progress is shown: each draws the page again. */
const STEPS = 100;

interface Found {
  /** What the predictions belong to. */
  readonly of: readonly unknown[];
  readonly answers: Uint16Array;
}

/**
 * Has the shown network predict every image of a set while that is `wanted`, and again when the network has changed. While it is
 * trained it changes with each epoch: then the predictions are those of one moment, until they are no longer wanted.
 */
export function useAnswers(set: EditedSet, wanted: boolean): Answers {
  const trace = useTrace();
  const { architecture } = usePipeline();
  const subject = useSubject((view) => view.subject);
  const classWord = useClassWord();
  const training = useTrainingView(isTraining);
  const epoch = useLearner((state) => state.epoch);
  const { pixels, classes, labels, there } = set;
  const units = useMemo(() => {
    const names = architecture.classes.map((name) => [name, classWord(name)]);
    return unitsOfLabels({ classes, labels, there }, names);
  }, [classes, labels, there, architecture, classWord]);
  const weights = trace?.complete && trace.source === 'live' ? trace.weights : null;
  const of = training ? `${architecture.name} ${epoch}` : weights;
  const [found, setFound] = useState<Found | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const isFound = found?.of[0] === of && found.of[1] === pixels;
  useEffect(() => {
    if (!wanted) setFound(null);
  }, [wanted]);
  const runs = wanted && units !== null && weights !== null && !isFound;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trace's image does not matter, its weights do
  useEffect(() => {
    setProblem('');
    if (!runs || !trace) return;
    const ending = new AbortController();
    const report = (count: number) => setDone(Math.floor((count / set.count) * STEPS) / STEPS);
    report(0);
    void answersFor(architecture, trace, set, ending.signal, report).then((answers) => {
      if (!answers || ending.signal.aborted) return;
      setDone(null);
      setProblem(answers.ok ? '' : answers.problem.sentence);
      if (answers.ok) setFound({ of: [of, pixels], answers: answers.value });
    });
    return () => {
      ending.abort();
      setDone(null);
    };
  }, [runs, pixels, of, architecture]);
  const predicted = wanted && units && isFound ? found.answers : null;
  const tally = useMemo(
    () => predicted && units && rightOf({ labels, there }, units, predicted),
    [labels, there, units, predicted],
  );
  const nameOf = (unit: number) => classWord(architecture.classes[unit]);
  // A network of the shelf is called as in the page's header.
  const title = TITLES.find(({ id }) => id === subject.id && subject.architecture.name === architecture.name);
  return {
    network: title?.name ?? architecture.name,
    units,
    predicted,
    tally,
    done,
    problem,
    passing: training,
    nameOf,
  };
}

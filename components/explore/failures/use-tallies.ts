'use client';

import { useEffect, useRef, useState } from 'react';
import { useDataSet, useSubject } from '@/components/state/hooks';
import { loadSeenImages } from '@/components/training/epochs/load-images';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { reportedSet } from '@/lib/network/reported';
import { type Labelled, type Tally, tallyOf } from '@/lib/store/explore/failures';
import { asMap } from '@/lib/tensor/tensor';
import { applyChange, changesOf } from '@/lib/what-if/failures';
import { type Shown, useUnchangedTrace } from './use-failures';
import type { Photograph } from './use-photographs';

/** Of a large set this many are enough to see a difference. */
const MOST = 200;

type Tallies = Partial<Readonly<Record<Shown['name'], Tally>>>;

/** Images spread evenly over a set, which may be sorted by class. */
function spreadOf(set: LabelledImages): readonly Labelled[] {
  const count = Math.min(MOST, set.count);
  return Array.from({ length: count }, (_, n) => {
    const at = Math.floor((n * set.count) / count);
    return { pixels: imageOf(set, at), unit: set.labels[at] };
  });
}

/** How often the selected network is right after each change, on images that it has not learned from; computed on request. */
export function useTallies(photographs: readonly Photograph[] | null) {
  const architecture = useSubject(({ subject }) => subject.architecture);
  const dataSet = useDataSet();
  const trace = useUnchangedTrace();
  const turn = useRef(0);
  const [tallies, setTallies] = useState<Tallies>({});
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const weights = trace?.weights;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figures are then of a different network
  useEffect(() => {
    turn.current++;
    setTallies({});
    setBusy(false);
    setSentence(null);
  }, [architecture, weights]);
  useEffect(() => () => void turn.current++, []);
  const ask = async () => {
    if (busy || !trace) return;
    const mine = ++turn.current;
    const isLeft = () => mine !== turn.current;
    setBusy(true);
    setSentence(null);
    const loaded = await loadSeenImages(dataSet);
    if (isLeft()) return;
    if (!loaded.ok) {
      setBusy(false);
      return setSentence(loaded.problem.sentence);
    }
    const shape = asMap(architecture.input);
    const images = spreadOf(loaded.value[reportedSet(dataSet)] ?? loaded.value.heldOut);
    const photos = (photographs ?? []).map(({ label, pixels }) => ({
      pixels,
      unit: architecture.classes.indexOf(label),
    }));
    const asked = [
      ...changesOf(shape).map((name) => [name, images] as const),
      ...(photos.length > 0 ? [['photograph', photos] as const] : []),
    ];
    for (const [name, set] of asked) {
      const change = (pixels: Uint8Array) =>
        name === 'photograph' ? pixels : applyChange(name, pixels, shape);
      const found = await tallyOf(architecture, trace, set, change, isLeft);
      if (!found || isLeft()) return;
      if (!found.ok) {
        setSentence(found.problem.sentence);
        break;
      }
      setTallies((now) => ({ ...now, [name]: found.value }));
    }
    setBusy(false);
  };
  return { tallies, busy, sentence, ask };
}

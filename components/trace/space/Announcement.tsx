import { useMemo, useState } from 'react';
import { stepWords } from '@/components/figures/value-words';
import { useClassWord, usePipeline, useTrace } from '@/components/state/hooks';
import { formatNumber } from '@/lib/format/format';
import type { Step } from '@/lib/provenance/path';
import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/space';

/** What has happened in the view: a value was turned to, or the camera flew to a value, a stage, or the overview. */
export type Announced =
  | { readonly of: 'value' | 'flight' | 'stage'; readonly step: Step }
  | { readonly of: 'everything' };

interface Nth {
  readonly what: Announced;
  /** Counts the announcements: what is done once more is announced once more. */
  readonly nth: number;
}

/** What is to be announced, and how to announce something. */
export function useAnnounced(): readonly [Nth | null, (what: Announced) => void] {
  const [announced, setAnnounced] = useState<Nth | null>(null);
  return [announced, (what) => setAnnounced((before) => ({ what, nth: (before?.nth ?? 0) + 1 }))];
}

/** Announces what has happened to those who do not see the view. */
export function Announcement({ of }: { readonly of: Nth | null }) {
  return (
    <p className="visually-hidden" aria-live="polite">
      {of && <Spoken key={of.nth} what={of.what} />}
    </p>
  );
}

/**
 * A value's place and number, announced once; and once more when the number arrives. What it becomes while the network
 * trains is not announced.
 */
function Spoken({ what }: { readonly what: Announced }) {
  const wordsOf = useStepWords();
  const step = what.of === 'everything' ? null : what.step;
  const isThere = useTrace()?.stages.some(({ stage }) => stage === step?.stage);
  // biome-ignore lint/correctness/useExhaustiveDependencies: not announced again with every batch
  const text = useMemo(() => {
    if (what.of === 'everything') return words.flownToAll();
    const value = wordsOf(what.step);
    if (what.of === 'flight') return words.flownToValue({ value });
    return what.of === 'stage' ? words.flownToStage({ stage: what.step.stage, value }) : value;
  }, [what, isThere]);
  // An element of its own: a text that is the same again would not be spoken again.
  return <span>{text}</span>;
}

/** A value's place and number in words. */
export function useStepWords(): (step: Step) => string {
  const pipeline = usePipeline();
  const classWord = useClassWord();
  const trace = useTrace();
  return (step) => {
    const traced = trace?.stages.find(({ stage }) => stage === step.stage);
    const value = traced ? formatNumber(valueAt(traced, step.cell)) : words.waiting();
    return words.announce({ place: stepWords(step, pipeline, classWord), value });
  };
}

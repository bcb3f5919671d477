'use client';

import { useEffect, useRef, useState } from 'react';
import type { LabelledSet, ReadProgress, SetChoice, SetSummary } from '@/lib/data/sets/labelled-set';
import { leftOut } from '@/lib/data/sets/reading/left-out';
import { openSetReader, type SetReader } from '@/lib/data/sets/reading/set-reader';
import type { Chosen } from '@/lib/site/chosen-files';
import words from '@/words/data-sets';

export type SetReadingState =
  | { readonly phase: 'none' }
  | { readonly phase: 'recognising'; readonly file: string }
  | { readonly phase: 'recognised'; readonly summary: SetSummary }
  | {
      readonly phase: 'reading';
      readonly summary: SetSummary;
      readonly progress: ReadProgress;
      /** In milliseconds; null until it is known. */
      readonly left: number | null;
    }
  /** `problem`: why it is not whole. */
  | { readonly phase: 'read'; readonly set: LabelledSet; readonly problem: string | null }
  | { readonly phase: 'failed'; readonly sentence: string };

interface SetReading {
  readonly state: SetReadingState;
  /** Tells what files are; an earlier reading is ended. */
  recognise(chosen: Chosen): void;
  read(choice: SetChoice): void;
  cancel(): void;
  /** Gives back what was read. */
  close(): void;
}

/** After this many images it is known how fast the others will be. */
const MEASURED = 200;

/** Reads data sets from files that the learner chooses, one at a time, in a worker of its own. */
export function useSetReading(): SetReading {
  const [state, setState] = useState<SetReadingState>({ phase: 'none' });
  const reader = useRef<SetReader | null>(null);
  /** On what was chosen, and can't be read. */
  const notes = useRef<readonly string[]>([]);
  const end = () => {
    reader.current?.close();
    reader.current = null;
  };
  useEffect(() => () => reader.current?.close(), []);
  return {
    state,
    async recognise(chosen) {
      end();
      const { files } = chosen;
      notes.current = leftOut(chosen);
      if (files.length === 0)
        return setState({ phase: 'failed', sentence: notes.current.join(' ') || words.nothing() });
      const mine = openSetReader();
      reader.current = mine;
      setState({ phase: 'recognising', file: files[0].name.split('/')[0] });
      const found = await mine.recognise(files);
      if (reader.current !== mine) return;
      if (found.ok) setState({ phase: 'recognised', summary: found.value });
      else setState({ phase: 'failed', sentence: found.problem.sentence });
    },
    async read(choice) {
      const mine = reader.current;
      if (!mine || state.phase !== 'recognised') return;
      const { summary } = state;
      setState({ phase: 'reading', summary, progress: { done: 0, total: summary.count }, left: null });
      const started = performance.now();
      const { set, problem } = await mine.read(choice, (progress) => {
        if (reader.current !== mine) return;
        const { done, total } = progress;
        const left = done < MEASURED ? null : ((performance.now() - started) / done) * (total - done);
        setState((now) => (now.phase === 'reading' ? { ...now, progress, left } : now));
      });
      if (reader.current !== mine) return;
      end();
      const noted = set && { ...set, notes: [...notes.current, ...set.notes] };
      if (noted) setState({ phase: 'read', set: noted, problem: problem?.sentence ?? null });
      else setState({ phase: 'failed', sentence: problem?.sentence ?? '' });
    },
    cancel() {
      if (state.phase === 'reading') return reader.current?.cancel();
      end();
      setState({ phase: 'none' });
    },
    close() {
      end();
      setState({ phase: 'none' });
    },
  };
}

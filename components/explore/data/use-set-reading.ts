'use client';

import { useEffect, useRef, useState } from 'react';
import type { LabelledSet, ReadProgress, SetChoice, SetSummary } from '@/lib/data/sets/labelled-set';
import { openSetReader, type SetReader } from '@/lib/data/sets/reading/set-reader';
import type { Chosen } from '@/lib/site/chosen-files';
import { leftOut } from '@/lib/site/left-out';

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
    };

/** A set that was read. */
interface OpenSet {
  readonly set: LabelledSet;
  /** Why it is not whole; null where it is. */
  readonly problem: string | null;
}

interface SetReading {
  readonly state: SetReadingState;
  /** It stays open, with all that was changed in it, until other files turn out to be a set. */
  readonly open: OpenSet | null;
  /** Why nothing could be read; null where something was. */
  readonly sentence: string | null;
  /** Tells what files are; an earlier reading is ended, unless there are none. */
  recognise(chosen: Chosen): void;
  read(choice: SetChoice): void;
  cancel(): void;
  /** Gives back what was read. */
  close(): void;
}

const NONE: SetReadingState = { phase: 'none' };

/** After this many images it is known how fast the others will be. */
const MEASURED = 200;

/** Reads data sets from files that the learner chooses, one at a time, in a worker of its own. */
export function useSetReading(): SetReading {
  const [state, setState] = useState<SetReadingState>(NONE);
  const [open, setOpen] = useState<OpenSet | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
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
    open,
    sentence,
    async recognise(chosen) {
      const { files, folders } = chosen;
      const left = leftOut(chosen);
      if (files.length === 0) return setSentence(left.join(' '));
      end();
      setSentence(null);
      notes.current = left;
      const mine = openSetReader();
      reader.current = mine;
      setState({ phase: 'recognising', file: files[0].name.split('/')[0] });
      const found = await mine.recognise(files, folders);
      if (reader.current !== mine) return;
      setState(found.ok ? { phase: 'recognised', summary: found.value } : NONE);
      if (found.ok) setOpen(null);
      else setSentence(found.problem.sentence);
    },
    async read(choice) {
      const mine = reader.current;
      if (!mine || state.phase !== 'recognised') return;
      const { summary } = state;
      setSentence(null);
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
      setState(NONE);
      if (noted) setOpen({ set: noted, problem: problem?.sentence ?? null });
      else setSentence(problem?.sentence ?? null);
    },
    cancel() {
      if (state.phase === 'reading') return reader.current?.cancel();
      end();
      setSentence(null);
      setState(NONE);
    },
    close() {
      setSentence(null);
      setOpen(null);
    },
  };
}

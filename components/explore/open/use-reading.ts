'use client';

import { useEffect, useRef, useState } from 'react';
import type { OpenedNetwork } from '@/lib/interchange/opened';
import { readApart } from '@/lib/interchange/reading/read-apart';
import { fail, type Result } from '@/lib/result';
import type { Chosen, ChosenFile } from '@/lib/site/chosen-files';
import { leftOut } from '@/lib/site/left-out';
import words from '@/words/open-network';

/** How many channels an image can have. */
const CHANNELS = [1, 3, 4];

/** A network that was read. */
interface ReadNetwork {
  readonly key: number;
  readonly file: string;
  readonly network: OpenedNetwork;
}

interface Reading {
  /** What was read last: it stays until another network is read, or it is closed. */
  readonly read: ReadNetwork | null;
  /** The file that is being read; null where none is. */
  readonly reading: string | null;
  /** Why nothing could be read, and which files were left out; null where all is well. */
  readonly sentence: string | null;
  /** Reads a network from files; an earlier reading is ended, unless there are none. */
  open(chosen: Chosen): void;
  cancel(): void;
  /** Forgets what was read. */
  close(): void;
}

/** What the chosen files are called together: by their folder, or by the first. */
function titleOf([first]: readonly ChosenFile[]): string {
  const [folder, ...rest] = first?.name.split('/') ?? [''];
  return rest.length > 0 ? folder : (first?.name ?? '');
}

/** A network whose images have channels that no image has can't be shown anything. */
function usable(opened: Result<OpenedNetwork>, file: string): Result<OpenedNetwork> {
  const count = opened.ok ? opened.value.architecture.input[2] : 0;
  return opened.ok && !CHANNELS.includes(count) ? fail(words.channels({ file, count })) : opened;
}

/** Reads networks from files that the learner chooses, one at a time, in a worker of its own. */
export function useReading(): Reading {
  const [read, setRead] = useState<ReadNetwork | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const ending = useRef<AbortController | null>(null);
  const count = useRef(0);
  useEffect(() => () => ending.current?.abort(), []);
  return {
    read,
    reading,
    sentence,
    async open(chosen) {
      const { files } = chosen;
      const left = leftOut(chosen);
      if (files.length === 0) return setSentence(left.join(' '));
      ending.current?.abort();
      const mine = new AbortController();
      ending.current = mine;
      const file = titleOf(files);
      setSentence(null);
      setReading(file);
      const opened = usable(await readApart(files, { signal: mine.signal }), file);
      if (ending.current !== mine) return;
      setReading(null);
      count.current += 1;
      if (opened.ok) setRead({ key: count.current, file, network: opened.value });
      const sentences = opened.ok ? left : [opened.problem.sentence, ...left];
      setSentence(sentences.length > 0 ? sentences.join(' ') : null);
    },
    cancel: () => ending.current?.abort(),
    close() {
      setSentence(null);
      setRead(null);
    },
  };
}

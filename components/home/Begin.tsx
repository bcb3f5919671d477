'use client';

import Link from 'next/link';
import { useProgress } from '@/components/state/hooks';
import words from '@/words/home';

interface Props {
  /** The stages that have lessons, in order. */
  readonly lessons: readonly string[];
}

/** Begins the walk, or continues it at the first lesson after the last one that was read. */
export function Begin({ lessons }: Props) {
  const read = useProgress((state) => state.read);
  const last = lessons.findLastIndex((stage) => read.includes(stage));
  const next = lessons[last + 1];
  if (last < 0)
    return (
      <Link className="button-quiet" href={`/stages/${lessons[0]}/`}>
        {words.begin()}
      </Link>
    );
  return (
    <Link className="button-quiet" href={next ? `/stages/${next}/` : '/trace/'}>
      {next ? words.goOn({ number: last + 2, stage: next }) : words.goOnTrace()}
    </Link>
  );
}

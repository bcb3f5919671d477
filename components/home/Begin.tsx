'use client';

import Link from 'next/link';
import { usePipeline, useProgress, useStageAddress } from '@/components/state/hooks';
import words from '@/words/home';

/** Begins with the first stage of the network at hand, or continues after the last one whose lesson was read. */
export function Begin() {
  const { stages } = usePipeline();
  const addressOf = useStageAddress();
  const read = useProgress((state) => state.read);
  const last = stages.findLastIndex(({ id }) => read.includes(id));
  const next = stages.at(last + 1);
  if (last < 0)
    return (
      <Link className="button-quiet" href={addressOf(stages[0].id)}>
        {words.begin()}
      </Link>
    );
  return (
    <Link className="button-quiet" href={next ? addressOf(next.id) : '/trace/'}>
      {next ? words.goOn({ number: next.number, stage: next.id }) : words.goOnTrace()}
    </Link>
  );
}

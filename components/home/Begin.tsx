'use client';

import Link from 'next/link';
import { usePipeline, useProgress, useStageAddress } from '@/components/state/hooks';
import { stageNamed } from '@/lib/store/subject/stage-named';
import words from '@/words/home';

interface Props {
  /** The stages of the walk's lessons, by their ids in the course's network. */
  readonly walk: readonly string[];
}

/**
 * Begins with the first lesson of the walk, or continues with the one of its lessons that follows the last lesson that was
 * read, and after them with the walk's next page. In another network its lessons are those on the stages that are alike.
 */
export function Begin({ walk }: Props) {
  const pipeline = usePipeline();
  const { stages } = pipeline;
  const addressOf = useStageAddress();
  const read = useProgress((state) => state.read);
  const last = stages.findLastIndex(({ id }) => read.includes(id));
  const onWalk = new Set(walk.map((id) => stageNamed(pipeline, id)));
  const next = stages.find((stage, at) => at > last && onWalk.has(stage));
  if (last < 0)
    return (
      <Link className="button-quiet" href={addressOf((next ?? stages[0]).id)}>
        {words.begin()}
      </Link>
    );
  return (
    <Link className="button-quiet" href={next ? addressOf(next.id) : '/trace/'}>
      {next ? words.goOn({ number: next.number, stage: next.id }) : words.goOnTrace()}
    </Link>
  );
}

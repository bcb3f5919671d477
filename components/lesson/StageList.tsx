'use client';

import Link from 'next/link';
import { useSubject } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import type { Stage } from '@/lib/network/pipeline';
import { stageAddress } from '@/lib/site/stage-address';
import words from '@/words/stage-page';

interface Props {
  /** The stage that was asked for and isn't there; null where none was named. */
  readonly id: string | null;
  readonly stages: readonly Stage[];
  readonly search: string;
}

/** All stages of the network, where the address names none of them. */
export function StageList({ id, stages, search }: Props) {
  const subject = useSubject((view) => view.subject);
  return (
    <div className="column">
      <h1>{words.title()}</h1>
      <p role={id === null ? undefined : 'status'}>{id === null ? words.choose() : words.none({ id })}</p>
      <ol aria-label={words.stages()}>
        {stages.map((stage) => (
          <li key={stage.id}>
            <Link href={stageAddress(stage.id, subject, search)} prefetch={false}>
              {words.heading({ id: stage.id, name: rulesOf(stage.layer).name })}
            </Link>{' '}
            <span className="number">{formatShape(stage.output)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

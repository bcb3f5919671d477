'use client';

import Link from 'next/link';
import { usePipeline, useSubject } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import { stageAddress } from '@/lib/store/subject/stage-address';
import words from '@/words/stage-page';

/** All stages of the network on the page, each with its lesson. `search`: the query that the links keep. */
export function StageLinks({ search = '' }: { readonly search?: string }) {
  const { stages } = usePipeline();
  const subject = useSubject((view) => view.subject);
  return (
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
  );
}

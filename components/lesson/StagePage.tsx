'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { readAddress } from '@/lib/store/learner/address';
import { learner } from '@/lib/store/learner/learner';
import words from '@/words/stage-page';
import { StageBody } from './StageBody';

/** Holds the page's place until the browser knows the address. */
export function StageWaiting() {
  return (
    <div className="column">
      <h1>{words.title()}</h1>
      <p role="status">{words.waiting()}</p>
      <noscript>
        <p>{words.noScript()}</p>
      </noscript>
    </div>
  );
}

/** The lesson on the stage that the address names. */
export function StagePage() {
  const search = useSearchParams().toString();
  const stage = readAddress(search).choice.stage ?? null;
  // A link to another stage changes only the address: the choice follows, and what it lacks of the rest is added again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address may name the same stage
  useEffect(() => {
    if (stage === null) return;
    const { stage: now, openStage, restore } = learner.getState();
    if (now === stage) restore({ stage });
    else openStage(stage);
  }, [stage, search]);
  return <StageBody id={stage} search={search} />;
}

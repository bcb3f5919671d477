'use client';

import Link from 'next/link';
import { useState } from 'react';
import { dataLink } from '@/components/site/data-link';
import { Rich, type Tag } from '@/components/site/Rich';
import { TurnBack } from '@/components/site/TurnBack';
import { useSubject } from '@/components/state/hooks';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Subject } from '@/lib/network/subject';
import { titleOf } from '@/lib/shelf/titles';
import { turnToOpened } from '@/lib/store/session/turn-to-opened';
import { DRAWINGS, onDrawings } from '@/lib/store/subject/train-on-set';
import words from '@/words/train-others';
import { ReadSet } from '../ReadSet';
import { useKeptSets } from '../use-kept-sets';
import { TrainOnSet } from './TrainOnSet';
import styles from './TrainOnSet.module.css';

const linkTo =
  (href: string): Tag =>
  (children) => (
    <Link href={href} prefetch={false}>
      {children}
    </Link>
  );
const NETWORKS = { networks: linkTo('/networks/'), epochs: linkTo('/epochs/') };
const BUILD = { build: linkTo('/build/') };

/** Why the network can't be trained on images of its own. */
function missing({ shipped, weights }: Subject): string {
  if (shipped) return words.shipped();
  return typeof weights === 'object' ? words.opened() : words.built();
}

/** For a network whose own images are not here: which others its layers can be trained on. */
export default function OtherImages() {
  const subject = useSubject((view) => view.subject);
  const sets = useKeptSets();
  return (
    <div className={styles.others}>
      <p>
        <Rich text={missing(subject)} tags={NETWORKS} />
      </p>
      <p>{words.layers()}</p>
      {/* Anew with another network, so that this one is what it proposes. */}
      <TrainOnSet key={subject.id} begins="shown" />
      <section aria-labelledby="train-on-read">
        <h2 id="train-on-read">{sets && sets.length > 0 ? words.another() : words.own()}</h2>
        <p>
          <Rich text={words.read()} tags={{ data: dataLink }} />
        </p>
        <ReadSet />
      </section>
      <section aria-labelledby="train-on-drawings">
        <h2 id="train-on-drawings">{words.onDrawings()}</h2>
        <OnDrawings key={subject.id} subject={subject} />
      </section>
      <section aria-labelledby="train-course">
        <h2 id="train-course">{words.course()}</h2>
        <TurnBack why={words.courseWhy()} />
      </section>
    </div>
  );
}

/** The layers with the classes of the course's images, which are here; or why they can't have them. */
function OnDrawings({ subject }: { readonly subject: Subject }) {
  const { architecture } = subject;
  const [busy, setBusy] = useState(false);
  const fitted = onDrawings(architecture, words.named({ name: titleOf(subject) }));
  if (!fitted.ok)
    return (
      <p>
        <Rich text={fitted.problem.sentence} tags={BUILD} />
      </p>
    );
  const train = async () => {
    setBusy(true);
    await turnToOpened({ architecture: fitted.value, weights: null }, null);
    // What had the focus is gone.
    document.getElementById('main')?.focus();
  };
  const isScaled = architecture.input.join() !== DRAWINGS.shape.join();
  return (
    <>
      <p>
        {words.drawings({
          count: formatCount(DRAWINGS.counts.training),
          classes: DRAWINGS.classes.length,
          shape: isScaled ? formatShape(architecture.input) : 'own',
        })}
      </p>
      <p>
        <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && void train()}>
          {words.train()}
        </button>
      </p>
    </>
  );
}

'use client';

import Link from 'next/link';
import { ChosenPicture } from '@/components/pictures/ChosenPicture';
import { useNetwork } from '@/components/state/hooks';
import { Fields } from './Fields';
import styles from './Insight.module.css';
import { Jobs } from './Jobs';
import { Patches } from './Patches';
import { YourRun } from './YourRun';

/** The key insight, shown on the chosen picture and the present network. */
export function Insight() {
  const stages = useNetwork((view) => view.pipeline.stages);
  const convolutions = stages.filter(({ layer }) => layer.kind === 'conv2d');
  return (
    <div className={styles.room}>
      <div className={styles.insight}>
        <section aria-labelledby="grow">
          <h2 id="grow">Features grow, layer by layer</h2>
          <div className={styles.beside}>
            <div className={styles.text}>
              <p>
                Below are maps in which one place of this picture stands out most, and next to each the very
                pixels it answers to most strongly. In the first convolution that is an edge or a spot of
                colour, because a value there sees no more. In the next one it is a corner, a stripe, a piece
                of an outline, put together from several maps of the first.
              </p>
              <ChosenPicture />
            </div>
            <Fields />
          </div>
          <div className={styles.rows}>
            {convolutions.map((stage) => (
              <Patches key={stage.id} stage={stage} />
            ))}
          </div>
        </section>
        <section aria-labelledby="jobs">
          <h2 id="jobs">Three kinds of layers, three jobs</h2>
          <p className={styles.text}>
            None of them could do it alone. Convolutions without pooling would leave too much to weigh; a
            dense layer on the pixels would have to learn each pattern anew for each place; and neither says
            what a pattern means for the answer.
          </p>
          <Jobs />
        </section>
        <YourRun />
        <p className={styles.turn}>
          <Link href="/quiz/" className="button">
            Take the quiz
          </Link>{' '}
          <Link href="/trace/" className="button-quiet">
            Trace another picture
          </Link>
        </p>
      </div>
    </div>
  );
}

'use client';

import { usePipeline } from '@/components/state/hooks';
import { withFilters } from '@/lib/kinds/parts/filters';
import words from '@/words/insight';
import styles from './Insight.module.css';
import { Patches } from './Patches';

/** What the maps of each convolution respond to, in the order of the layers; a network without convolutions has no such maps. */
export function Growing() {
  const convolutions = withFilters(usePipeline().stages);
  return (
    <section aria-labelledby="grow">
      <h2 id="grow">{words.grow()}</h2>
      <p className={styles.text}>{convolutions.length > 0 ? words.growText() : words.noMaps()}</p>
      <div className={styles.rows}>
        {convolutions.map((stage) => (
          <Patches key={stage.id} stage={stage} />
        ))}
      </div>
    </section>
  );
}

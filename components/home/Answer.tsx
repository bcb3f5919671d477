'use client';

import { PixelThumb } from '@/components/pictures/PixelThumb';
import { useNetwork, useTrace } from '@/components/state/hooks';
import type { Picture } from '@/lib/data/picture';
import { formatPercent } from '@/lib/format/format';
import { answerOf, type Said, withArticle } from './answer';
import styles from './Home.module.css';

/** The chosen picture and what the network takes it for. */
export function Answer() {
  const picture = useNetwork((view) => view.picture);
  const trace = useTrace();
  const classes = useNetwork((view) => view.pipeline.architecture.classes);
  const said = answerOf(trace, classes);
  return (
    <div className={styles.answer}>
      <PixelThumb pixels={picture?.pixels ?? null} className={styles.picture} />
      <p role="status">
        {said ? <Words said={said} picture={picture} /> : 'The network’s answer is on its way.'}
      </p>
    </div>
  );
}

function Words({ said, picture }: { said: Said; picture: Picture | null }) {
  const { first, second, trained } = said;
  const what = picture?.label ? `this ${picture.label}` : picture ? 'your picture' : 'the first sample';
  return (
    <>
      {trained ? 'The network takes' : 'The untrained network takes'} {what} for{' '}
      <strong>{withArticle(first.name)}</strong>, with{' '}
      <span className="number">{formatPercent(first.probability)}</span>. Next comes {second.name} with{' '}
      <span className="number">{formatPercent(second.probability)}</span>.
    </>
  );
}

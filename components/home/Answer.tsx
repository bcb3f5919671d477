'use client';

import { PixelThumb } from '@/components/pictures/PixelThumb';
import { useLearner, useNetwork, useTrace } from '@/components/state/hooks';
import type { Picture } from '@/lib/data/picture';
import { formatPercent } from '@/lib/format/format';
import { answerOf, type Said, withArticle } from './answer';
import styles from './Home.module.css';

/** The chosen picture and what the network takes it for. */
export function Answer() {
  const picture = useNetwork((view) => view.picture);
  const trace = useTrace();
  const classes = useNetwork((view) => view.pipeline.architecture.classes);
  const epoch = useLearner((state) => state.epoch);
  const said = answerOf(trace, classes);
  return (
    <div className={styles.answer}>
      <PixelThumb pixels={picture?.pixels ?? null} className={styles.picture} />
      <p role="status">
        {said ? <Words {...{ said, picture, epoch }} /> : 'The network’s answer is on its way.'}
      </p>
    </div>
  );
}

interface WordsProps {
  readonly said: Said;
  readonly picture: Picture | null;
  /** The epoch that one looks back at. */
  readonly epoch: number | null;
}

function Words({ said, picture, epoch }: WordsProps) {
  const { first, second, trained } = said;
  const what = picture?.label ? `this ${picture.label}` : picture ? 'your picture' : 'the first sample';
  const who = !trained
    ? 'The untrained network takes'
    : epoch === null
      ? 'The network takes'
      : `After epoch ${epoch} the network takes`;
  return (
    <>
      {who} {what} for <strong>{withArticle(first.name)}</strong>, with{' '}
      <span className="number">{formatPercent(first.probability)}</span>. Next comes {second.name} with{' '}
      <span className="number">{formatPercent(second.probability)}</span>.
    </>
  );
}

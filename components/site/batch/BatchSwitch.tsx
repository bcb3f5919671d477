'use client';

import { useEffect, useState } from 'react';
import { useDataSet } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import words from '@/words/batch';
import styles from './batch.module.css';

const ATTRIBUTE = 'data-batch';

/** Shows all shapes for one image, or with the batch axis for all training images; lasts until the page is closed. */
export function BatchSwitch() {
  const { training } = useDataSet().counts;
  const [on, setOn] = useState(false);
  useEffect(() => setOn(document.documentElement.hasAttribute(ATTRIBUTE)), []);
  if (training === 0) return null;
  const turn = () => {
    document.documentElement.toggleAttribute(ATTRIBUTE, !on);
    setOn(!on);
  };
  return (
    <button type="button" className={`button-quiet ${styles.switch}`} aria-pressed={on} onClick={turn}>
      {words.shapes({ images: formatCount(training) })}
    </button>
  );
}

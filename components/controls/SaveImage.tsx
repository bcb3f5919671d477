'use client';

import { type MouseEvent, useState } from 'react';
import { fetchPart } from '@/lib/site/fetch-part';
import { lookedAt, traceStore } from '@/lib/store/trace/trace';
import words from '@/words/save-image';
import styles from './SaveImage.module.css';

/** The image and the epoch that the page shows, for the file's name. */
function shown(): readonly string[] {
  const view = traceStore.getState();
  const epoch = lookedAt(view)?.network.epoch;
  return [view.image?.id ?? '', epoch === undefined ? '' : words.epoch({ epoch })];
}

/** Saves the figure in which it stands, with its text, as an image. */
export function SaveImage() {
  const [message, setMessage] = useState('');
  const save = (format: 'svg' | 'png') => async (event: MouseEvent<HTMLButtonElement>) => {
    const figure = event.currentTarget.closest('figure');
    if (!figure) return;
    const loaded = await fetchPart(() => import('@/lib/site/figure/save-figure'));
    const saved = loaded.ok ? await loaded.value.saveFigure(figure, format, shown()) : loaded;
    setMessage(saved.ok ? words.saved({ name: saved.value }) : saved.problem.sentence);
  };
  return (
    <p className={styles.save} data-screen>
      {words.save()}{' '}
      <button type="button" className="button-text" aria-label={words.asSvg()} onClick={save('svg')}>
        SVG
      </button>{' '}
      <button type="button" className="button-text" aria-label={words.asPng()} onClick={save('png')}>
        PNG
      </button>{' '}
      <span role="status">{message}</span>
    </p>
  );
}

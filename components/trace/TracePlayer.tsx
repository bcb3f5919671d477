'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Stage } from '@/lib/network/pipeline';
import { withinStep } from '@/lib/store/learner/mirror-address';
import words from '@/words/trace';
import styles from './PredictionTrace.module.css';

/** Time to read a layer's two sentences. */
const MILLISECONDS_A_LAYER = 5000;

interface Props {
  readonly layers: readonly Stage[];
  /** The index of the layer that is shown; half way between two of them for a stage that is none. */
  readonly at: number;
  /** The same of the layer that was asked for last: it is shown once the script of its figure is there. */
  asked(): number;
  onGo(to: number): void;
}

/** Whether a key press belongs to an element that uses arrow keys itself. */
const isTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.altKey ||
  event.ctrlKey ||
  event.metaKey ||
  (event.target instanceof Element &&
    event.target.closest(
      'input, select, textarea, dialog, [role=application], [role=slider], [role=grid], [popover]',
    ) !== null);

/**
 * Play, pause, next and back through the layers; the left and right arrow keys do the same anywhere on the
 * page.
 */
export function TracePlayer({ layers, at, asked, onGo }: Props) {
  const [playing, setPlaying] = useState(false);
  const last = layers.length - 1;

  const next = () => Math.min(last, Math.floor(asked()) + 1);
  const step = (by: 1 | -1) => {
    setPlaying(false);
    onGo(by > 0 ? next() : Math.max(0, Math.ceil(asked()) - 1));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event) || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    step(event.key === 'ArrowRight' ? 1 : -1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const advance = useEffectEvent((first: boolean) => {
    if (asked() >= last) setPlaying(false);
    // A playback is one step: Back leads to where it began.
    else if (first) onGo(next());
    else withinStep(() => onGo(next()));
  });
  useEffect(() => {
    if (!playing) return;
    let first = true;
    const timer = setInterval(() => {
      advance(first);
      first = false;
    }, MILLISECONDS_A_LAYER);
    return () => clearInterval(timer);
  }, [playing]);

  const row = useRef<HTMLOListElement>(null);
  // A long network's row is wider than the page: what was before the layer, and what comes, stays in sight.
  useEffect(() => {
    const [list, item] = [row.current, row.current?.children[Math.floor(at)]];
    if (!list || !(item instanceof HTMLElement)) return;
    list.scrollTo({ left: item.offsetLeft - list.offsetLeft - (list.clientWidth - item.offsetWidth) / 2 });
  }, [at]);

  const togglePlay = () => {
    if (!playing && at >= last) onGo(0);
    setPlaying(!playing);
  };

  return (
    <div className={styles.player}>
      <div className={styles.buttons}>
        <button type="button" className="button-quiet" onClick={() => step(-1)} disabled={at === 0}>
          {words.back()}
        </button>
        <button type="button" className="button" onClick={togglePlay}>
          {playing ? words.pause() : words.play()}
        </button>
        <button type="button" className="button-quiet" onClick={() => step(1)} disabled={at === last}>
          {words.next()}
        </button>
      </div>
      <ol ref={row} className={styles.layers}>
        {layers.map((layer, index) => (
          <li key={layer.id}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              data-past={index < at}
              onClick={() => {
                setPlaying(false);
                onGo(index);
              }}
            >
              <span className="number">{layer.number}</span> {layer.id}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

import { type RefObject, startTransition, useEffect, useState } from 'react';
import words from '@/words/site';
import styles from './ScrollBox.module.css';

/** Whether the content of an element is wider than the element. */
function useIsWider(ref: RefObject<HTMLElement | null>): boolean {
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const measure = () => startTransition(() => setWider(box.scrollWidth > box.clientWidth + 1));
    const watch = new ResizeObserver(measure);
    for (const one of [box, ...box.children]) watch.observe(one);
    // A font that arrives widens text without resizing the boxes around it.
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  }, [ref]);
  return wider;
}

interface Props {
  /** The box that scrolls. */
  readonly of: RefObject<HTMLElement | null>;
  /** Stands in the space above the element around it, which is positioned: nothing moves when it appears. */
  readonly above?: boolean;
}

/** Says that the content of a box scrolls sideways, where it is wider than the box. */
export const ScrollHint = ({ of, above = false }: Props) =>
  useIsWider(of) && (
    <p className={above ? styles.above : styles.hint} data-screen>
      {words.scrolls()}
    </p>
  );

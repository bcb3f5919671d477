import { type RefObject, useEffect, useRef } from 'react';
import { notices } from '@/lib/store/page/notices';
import { isUnderWay, type TrainingPhase } from '@/lib/store/training/training-view';
import words from '@/words/train';

function withdraw(): void {
  const { notices: standing, dismiss } = notices.getState();
  const own = standing.find(({ sentence }) => sentence === words.ended());
  if (own) dismiss(own.id);
}

/** When a run ends and its card is out of sight, a notice leads there; in sight of it the notice goes. */
export function usePointedOut(card: RefObject<HTMLElement | null>, phase: TrainingPhase): void {
  const ran = useRef(false);
  useEffect(() => {
    // Where a run was only waited for, the one that has ended is an earlier visit's.
    if (isUnderWay(phase) && phase !== 'waiting') ran.current = true;
    const element = card.current;
    if (!element || !ran.current) return;
    const watch = new IntersectionObserver(([{ isIntersecting }]) => {
      if (isIntersecting) withdraw();
      else if (ran.current)
        notices.getState().notify(words.ended(), {
          word: words.learned(),
          run: () => {
            element.scrollIntoView({ block: 'center' });
            element.querySelector('a')?.focus({ preventScroll: true });
          },
        });
      // Once: who has seen or dismissed it is not told again.
      ran.current = false;
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      withdraw();
    };
  }, [card, phase]);
}

'use client';

import { useEffect, useRef } from 'react';
import { progress } from '@/lib/store/learner/progress';

/** Who stays this long at the end of a lesson, in milliseconds, did not only pass it. */
const AT_END_MS = 1000;

/** Stands at the end of a lesson, which counts as read once the learner has come here. */
export function ReadMark({ stage }: { readonly stage: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver(([{ isIntersecting }]) => {
      clearTimeout(timer);
      if (isIntersecting) timer = setTimeout(() => progress.getState().markRead(stage), AT_END_MS);
    });
    if (mark.current) watch.observe(mark.current);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [stage]);
  return <span ref={mark} aria-hidden="true" />;
}

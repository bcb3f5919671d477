'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import styles from './TraceTask.module.css';

const TaskCard = dynamic(() => import('./TaskCard').then((module) => module.TaskCard));

/** Fetches the task when the learner comes near it: it is the last thing of a lesson. */
export function TaskLoader({ of }: { readonly of: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new IntersectionObserver(([entry]) => entry.isIntersecting && setNear(true), {
      rootMargin: '400px',
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place} className={styles.room}>
      {near && <TaskCard of={of} />}
    </div>
  );
}

'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { again } from '@/components/parts/again';
import { WhenNear } from '@/components/site/WhenNear';
import styles from './Lesson.module.css';

/** A part that is fetched when the reader comes near it; `room` is its place until then. */
const later = <Props extends object>(room: string, load: () => Promise<ComponentType<Props>>) => {
  const Part = dynamic(again(load));
  return (props: Props) => (
    <WhenNear waits className={room}>
      <Part {...props} />
    </WhenNear>
  );
};

/** All kernels of a layer as colours. */
export const LearnedFilters = later(styles.filterRoom, () =>
  import('./ask/FilterTable').then((module) => module.FilterTable),
);

/** The experiment on moving the image. */
export const SlideImage = later(styles.slideRoom, () =>
  import('./claims/slide/SlideImage').then((module) => module.SlideImage),
);

/** The task at the end of a lesson. */
export const TaskCard = later(styles.room, () => import('./task/TaskCard').then((module) => module.TaskCard));

/** The form below a question that takes the lesson’s idea further. */
export const TransferForm = later(styles.transferRoom, () =>
  import('./ask/TransferForm').then((module) => module.TransferForm),
);

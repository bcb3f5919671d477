'use client';

import { usePathname } from 'next/navigation';
import { Fragment, type ReactNode } from 'react';
import { useSubject } from './hooks';

/** Their state is about something else than a network: a data set that was read, frames of a camera that were not stored yet. */
const OF_DATA = /\/data\/?$/;

/** The page for one network: when it turns to another, all of its own state begins anew, except on pages about data. */
export function SubjectScope({ children }: { readonly children: ReactNode }) {
  const id = useSubject(({ subject }) => subject.id);
  const page = usePathname();
  return <Fragment key={OF_DATA.test(page) ? page : id}>{children}</Fragment>;
}

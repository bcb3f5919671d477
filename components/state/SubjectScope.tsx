'use client';

import { Fragment, type ReactNode } from 'react';
import { useSubject } from './hooks';

/** The page for one network: when it turns to another, all of its own state begins anew. */
export function SubjectScope({ children }: { readonly children: ReactNode }) {
  const id = useSubject(({ subject }) => subject.id);
  return <Fragment key={id}>{children}</Fragment>;
}

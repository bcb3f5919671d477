import Link from 'next/link';
import type { Tag } from './Rich';

/** The tag of a message for the page on data sets. */
export const dataLink: Tag = (children) => (
  <Link href="/data/" prefetch={false}>
    {children}
  </Link>
);

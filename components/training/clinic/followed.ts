import type { MeasuredSet } from '@/lib/engine/examine-protocol';

/** Where the learner was when an image was followed to another page. */
export interface Followed {
  readonly page: string;
  readonly subject: string;
  readonly epoch: number;
  readonly which: MeasuredSet;
  /** The images that were shown, and the cell of the matrix where they are of one. */
  readonly title: string;
  readonly indices: readonly number[];
  readonly cell: { readonly right: number; readonly answered: number } | null;
  readonly chosen: number;
}

/* Whoever comes back finds the image that was followed, once; for this visit. */
let last: Followed | null = null;

export function follow(followed: Followed): void {
  last = followed;
}

/** What was followed from this page, of this epoch of this network; null where that was something else. */
export const followedFrom = (page: string, subject: string, epoch: number): Followed | null =>
  last?.page === page && last.subject === subject && last.epoch === epoch ? last : null;

/** It has been found again. */
export function forgetFollowed(): void {
  last = null;
}

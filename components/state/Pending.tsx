'use client';

import words from '@/words/state';
import { useEngine } from './hooks';

/** Replaces values that are still loading; if the engine has failed, it says that none will come. */
export function Pending({ children }: { readonly children: string }) {
  const failed = useEngine(({ phase }) => phase === 'failed');
  return failed ? words.noValues() : children;
}

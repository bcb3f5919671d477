'use client';

import words from '@/words/state';
import { useEngine } from './hooks';

/** What stands in place of values that are still to come; where the engine has failed, that none will. */
export function Pending({ children }: { readonly children: string }) {
  const failed = useEngine(({ phase }) => phase === 'failed');
  return failed ? words.noValues() : children;
}

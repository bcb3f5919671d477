'use client';

import words from '@/words/state';
import { useNetwork } from './hooks';

/** What stands in place of values that are still to come; where the engine has failed, that none will. */
export function Pending({ children }: { readonly children: string }) {
  const failed = useNetwork(({ phase }) => phase === 'failed');
  return failed ? words.noValues() : children;
}

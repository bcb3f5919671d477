import type { RunName } from '@/lib/engine/protocol';

/** A run in the middle of a sentence. */
export function runWord(run: RunName): string {
  if (run === 'own') return 'your run';
  return run === 'shipped' ? 'the run of this site' : 'the opened run';
}

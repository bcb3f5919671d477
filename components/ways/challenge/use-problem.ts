'use client';

import { useEffect, useState } from 'react';
import { notices } from '@/lib/state/notices';
import words from '@/words/challenge';

const PARAMETER = 'problem';

function named(ids: readonly string[]): string | null {
  const text = new URLSearchParams(window.location.search).get(PARAMETER);
  const problem = ids.find((id) => id === text) ?? null;
  if (text !== null && !problem) notices.getState().say(words.noProblem({ name: text.slice(0, 40) }));
  return problem;
}

/** The address of a problem, with everything else that it names kept. */
export function addressOf(problem: string): string {
  const address = new URL(window.location.href);
  address.searchParams.set(PARAMETER, problem);
  return `${address.pathname}${address.search}`;
}

/** Which of some problems the address names, and how to open another: each is a step that the browser can go back. */
export function useProblem(ids: readonly string[]): readonly [string | null, (problem: string) => void] {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setProblem(named(ids));
    read();
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, [ids]);
  const open = (next: string) => {
    window.history.pushState(null, '', addressOf(next));
    setProblem(next);
  };
  return [problem, open];
}

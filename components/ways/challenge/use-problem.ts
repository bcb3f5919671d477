'use client';

import { useEffect, useState } from 'react';
import { type ProblemId, problemNamed } from '@/lib/course/challenges/ids';
import { notices } from '@/lib/state/notices';
import words from '@/words/challenge';

const PARAMETER = 'problem';

function named(): ProblemId | null {
  const text = new URLSearchParams(window.location.search).get(PARAMETER);
  const problem = problemNamed(text);
  if (text !== null && !problem) notices.getState().say(words.noProblem({ name: text.slice(0, 40) }));
  return problem;
}

/** The address of a problem, with everything else that it names kept. */
export function addressOf(problem: ProblemId): string {
  const address = new URL(window.location.href);
  address.searchParams.set(PARAMETER, problem);
  return `${address.pathname}${address.search}`;
}

/** The problem that the address names, and how to open another: each is a step that the browser can go back. */
export function useProblem(): readonly [ProblemId | null, (problem: ProblemId) => void] {
  const [problem, setProblem] = useState<ProblemId | null>(null);
  useEffect(() => {
    const read = () => setProblem(named());
    read();
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);
  const open = (next: ProblemId) => {
    window.history.pushState(null, '', addressOf(next));
    setProblem(next);
  };
  return [problem, open];
}

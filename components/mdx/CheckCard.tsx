'use client';

import { useMemo } from 'react';
import { useAskedAbout } from '@/components/state/hooks';
import { checkOf } from '@/lib/quiz/round';
import { CheckQuestion } from './CheckQuestion';

/** A question on a stage of the current network. It has a score of its own; the lesson counts as read at its end. */
export function CheckCard({ of }: { readonly of: string }) {
  const asked = useAskedAbout();
  const question = useMemo(() => checkOf(asked, of), [asked, of]);
  return question && <CheckQuestion question={question} />;
}

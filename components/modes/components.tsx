import type { MDXComponents } from 'mdx/types';
import dynamic from 'next/dynamic';
import {
  AdamFormula,
  Formula,
  InitialFormula,
  Sym,
  Symbols,
  TraceFormula,
} from '@/components/formulas/fetched';
import { Term } from '@/components/glossary/Term';
import { Answer } from '@/components/home/Answer';
import { CodeLines } from '@/components/mdx/CodeLines';
import { Fact } from '@/components/mdx/Fact';
import { TextLink } from '@/components/mdx/TextLink';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/data/picture-sets';
import { formatCount } from '@/lib/format/format';
import { NEW_A_DAY } from '@/lib/recall/deck';
import type { MODE_NAMES } from './component-names';
import { HitsAndMisses } from './HitsAndMisses';
import { LessonList } from './LessonList';
import { WorkshopWords } from './WorkshopWords';

// Each is fetched only on the page of its way to learn.
const Challenge = dynamic(() =>
  import('@/components/challenge/Challenge').then((module) => module.Challenge),
);
const ExperimentBench = dynamic(() =>
  import('@/components/experiment/ExperimentBench').then((module) => module.ExperimentBench),
);
const MetricsBench = dynamic(() =>
  import('@/components/metrics/MetricsBench').then((module) => module.MetricsBench),
);
const Recall = dynamic(() => import('@/components/recall/Recall').then((module) => module.Recall));
const TryIt = dynamic(() => import('@/components/try-it/TryIt').then((module) => module.TryIt));
const Workshop = dynamic(() => import('./Workshop').then((module) => module.Workshop));

/** How many pictures there are. */
function Count({ of }: { readonly of: 'training' | 'heldOut' }) {
  return <span className="number">{formatCount(of === 'training' ? TRAINING_COUNT : HELD_OUT_COUNT)}</span>;
}

/** What the text of a way to learn may use, and nothing else. */
export const MODE_COMPONENTS = {
  AdamFormula,
  AnswerNow: Answer,
  Challenge,
  CodeLines,
  Count,
  ExperimentBench,
  Fact,
  Formula,
  HitsAndMisses,
  InitialFormula,
  LessonList,
  MetricsBench,
  NewCards: () => NEW_A_DAY,
  Recall,
  Sym,
  Symbols,
  Term,
  TraceFormula,
  TryIt,
  Workshop,
  WorkshopWords,
  a: TextLink,
} satisfies MDXComponents & Record<(typeof MODE_NAMES)[number], unknown>;

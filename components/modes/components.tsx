import type { MDXComponents } from 'mdx/types';
import { Answer } from '@/components/home/Answer';
import { CodeLines } from '@/components/mdx/CodeLines';
import { Fact } from '@/components/mdx/Fact';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/data/picture-sets';
import { formatCount } from '@/lib/format/format';
import { HitsAndMisses } from './HitsAndMisses';
import { LessonList } from './LessonList';

/** How many pictures there are. */
function Count({ of }: { readonly of: 'training' | 'heldOut' }) {
  return <span className="number">{formatCount(of === 'training' ? TRAINING_COUNT : HELD_OUT_COUNT)}</span>;
}

/** What the text of a way to learn may use, and nothing else. */
export const MODE_COMPONENTS = {
  AnswerNow: Answer,
  CodeLines,
  Count,
  Fact,
  HitsAndMisses,
  LessonList,
} satisfies MDXComponents;

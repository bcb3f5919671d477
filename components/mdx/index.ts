import type { MDXComponents } from 'mdx/types';
import { StageFigure } from '@/components/figures/StageFigure';
import { Term } from '@/components/glossary/Term';
import { Check } from './Check';
import { CodeLines } from './CodeLines';
import { Fact } from './Fact';
import { InOut } from './InOut';
import type { LESSON_NAMES } from './names';
import { TextLink } from './TextLink';
import { TraceTask } from './TraceTask';
import { WorkedExample } from './WorkedExample';

/** What a lesson may use, and nothing else. */
export const LESSON_COMPONENTS = {
  Check,
  CodeLines,
  Fact,
  InOut,
  StageFigure,
  Term,
  TraceTask,
  WorkedExample,
  a: TextLink,
} satisfies MDXComponents & Record<(typeof LESSON_NAMES)[number], unknown>;

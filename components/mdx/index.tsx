import type { MDXComponents } from 'mdx/types';
import type { ComponentType, ReactNode } from 'react';
import { StageFigure } from '@/components/mdx/StageFigure';
import { inPart } from '@/components/parts/in-part';
import parts from '@/words/parts';
import { Puzzle } from './ask/Puzzle';
import { Transfer } from './ask/Transfer';
import { Fact } from './facts/Fact';
import { When } from './facts/WhenPart';
import { GaborFilters } from './gabor/GaborFilters';
import { InOut } from './InOut';
import styles from './Lesson.module.css';
import { LearnedFilters, SlideImage } from './later';
import { Near } from './Near';
import type { COURSE_NAMES } from './names';
import { TextLink } from './TextLink';
import { TraceTask } from './task/TraceTask';
import { WorkedExample } from './WorkedExample';

/** A part that gets its values shortly before it is visible. */
const near = <Props extends object>(Part: ComponentType<Props>) =>
  function NearPart(props: Props) {
    return (
      <Near>
        <Part {...props} />
      </Near>
    );
  };

/**
 * A part that only the server renders. A lesson that the browser loads passes its own instead (`here.tsx`), but imports
 * this file too: what such a part needs to be written is kept out of it.
 */
const served =
  <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  async (props: Props) => {
    const Part = await load();
    return <Part {...props} />;
  };

const Check = served(() => import('./Check').then((module) => module.Check));
const CodeLines = served(() => import('./code/CodeLines').then((module) => module.CodeLines));
const DataCard = served(() => import('@/components/mdx/claims/DataCard').then((module) => module.DataCard));
const Measured = served(() => import('@/components/mdx/claims/Measured').then((module) => module.Measured));
const Term = served(() => import('@/components/glossary/Term').then((module) => module.Term));

/** The components that a lesson on a stage of the course may use. */
export const LESSON_COMPONENTS = {
  Check: inPart(Check, parts.question),
  CodeLines: inPart(CodeLines, ({ of }) => parts.code({ stage: of })),
  DataCard,
  Fact: inPart(Fact, parts.fact),
  GaborFilters,
  InOut: inPart(InOut, ({ of }) => parts.shapes({ stage: of })),
  Insight: ({ children }: { readonly children: ReactNode }) => (
    <div className={styles.insight}>{children}</div>
  ),
  LearnedFilters: inPart(LearnedFilters, ({ of }) => parts.kernels({ stage: of })),
  Measured,
  Puzzle: inPart(Puzzle, parts.question),
  // Reads texts as files, so the page of the lesson passes its own.
  Rest: () => null,
  SlideImage: near(inPart(SlideImage, parts.slide)),
  StageFigure: near(StageFigure),
  Term,
  TraceTask: inPart(TraceTask, ({ of }) => parts.task({ stage: of })),
  Transfer,
  When,
  WorkedExample: inPart(WorkedExample, ({ of }) => parts.example({ stage: of })),
  a: TextLink,
} satisfies MDXComponents & Record<(typeof COURSE_NAMES)[number], unknown>;

import type { MDXComponents } from 'mdx/types';
import type { ComponentType } from 'react';
import { StageFigure } from '@/components/figures/StageFigure';
import { Term } from '@/components/glossary/Term';
import { Check } from './Check';
import { CodeLines } from './CodeLines';
import { Fact } from './Fact';
import { InOut } from './InOut';
import { Near } from './Near';
import type { LESSON_NAMES } from './names';
import { TextLink } from './TextLink';
import { TraceTask } from './TraceTask';
import { WorkedExample } from './WorkedExample';

/** A part whose values come when it is about to be seen. */
const near = <Props extends object>(Part: ComponentType<Props>) =>
  function NearPart(props: Props) {
    return (
      <Near>
        <Part {...props} />
      </Near>
    );
  };

/** What a lesson may use, and nothing else. */
export const LESSON_COMPONENTS = {
  Check,
  CodeLines,
  Fact,
  InOut,
  StageFigure: near(StageFigure),
  Term,
  TraceTask,
  WorkedExample: near(WorkedExample),
  a: TextLink,
} satisfies MDXComponents & Record<(typeof LESSON_NAMES)[number], unknown>;

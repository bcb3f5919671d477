import type { MDXComponents } from 'mdx/types';
import type { ComponentType } from 'react';
import { Term } from '@/components/glossary/Term';
import { StageFigure } from '@/components/mdx/StageFigure';
import { inPart } from '@/components/parts/in-part';
import parts from '@/words/parts';
import { Check } from './Check';
import { CodeLines } from './CodeLines';
import { Fact } from './Fact';
import { InOut } from './InOut';
import { Near } from './Near';
import type { LESSON_NAMES } from './names';
import { TextLink } from './TextLink';
import { TraceTask } from './TraceTask';
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

/** The components that a lesson may use. */
export const LESSON_COMPONENTS = {
  Check: inPart(Check, parts.question),
  CodeLines: inPart(CodeLines, ({ of }) => parts.code({ stage: of })),
  Fact: inPart(Fact, parts.fact),
  InOut: inPart(InOut, ({ of }) => parts.shapes({ stage: of })),
  StageFigure: near(StageFigure),
  Term,
  TraceTask: inPart(TraceTask, ({ of }) => parts.task({ stage: of })),
  WorkedExample: inPart(WorkedExample, ({ of }) => parts.example({ stage: of })),
  a: TextLink,
} satisfies MDXComponents & Record<(typeof LESSON_NAMES)[number], unknown>;

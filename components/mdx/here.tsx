'use client';

import type { MDXComponents } from 'mdx/types';
import { LiveTerm } from '@/components/glossary/LiveTerm';
import { inPart } from '@/components/parts/in-part';
import parts from '@/words/parts';
import { LiveCodeLines } from './code/LiveCodeLines';
import type { FactName } from './facts/facts';
import { LiveFact } from './facts/LiveFact';
import { When } from './facts/When';
import { InOut } from './InOut';
import { LiveCheck } from './LiveCheck';
import { Near } from './Near';
import type { LESSON_NAMES } from './names';
import { StageFigure } from './StageFigure';
import { here } from './stage-at-hand';
import { TextLink } from './TextLink';
import { TraceTask } from './task/TraceTask';
import { WorkedExample } from './WorkedExample';

interface Of {
  readonly of: string;
}

const Code = ({ of }: Of) => <LiveCodeLines of={of} built={null} />;
const Fact = ({ of, is }: Of & { readonly is: FactName }) => <LiveFact of={of} is={is} built={null} />;
const Figure = ({ of }: Of) => (
  <Near>
    <StageFigure id={of} />
  </Near>
);

/** The components of a lesson on a kind of layer: those of all lessons, about the stage at hand. */
export const HERE_COMPONENTS = {
  Check: here(inPart(LiveCheck, parts.question)),
  CodeLines: here(inPart(Code, ({ of }) => parts.code({ stage: of }))),
  Fact: here(inPart(Fact, parts.fact)),
  InOut: here(inPart(InOut, ({ of }) => parts.shapes({ stage: of }))),
  StageFigure: here(Figure),
  Term: LiveTerm,
  TraceTask: here(inPart(TraceTask, ({ of }) => parts.task({ stage: of }))),
  When: here(When),
  WorkedExample: here(inPart(WorkedExample, ({ of }) => parts.example({ stage: of }))),
  a: TextLink,
} satisfies MDXComponents & Record<(typeof LESSON_NAMES)[number], unknown>;

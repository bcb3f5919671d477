import type { MDXComponents } from 'mdx/types';
import Link from 'next/link';
import type { ComponentType, ReactNode } from 'react';
import { Term } from '@/components/glossary/Term';
import { LESSON_STAGES, loadLesson } from '@/components/lesson/lessons';
import { Measured } from '@/components/mdx/claims/Measured';
import { CodeLines } from '@/components/mdx/code/CodeLines';
import { Fact } from '@/components/mdx/facts/Fact';
import { When } from '@/components/mdx/facts/When';
import { TextLink } from '@/components/mdx/TextLink';
import { inPart } from '@/components/parts/in-part';
import { CourseOnly } from '@/components/site/CourseOnly';
import { NeedsImages, WithImages } from '@/components/site/NeedsImages';
import { number, Rich } from '@/components/site/Rich';
import { NEW_A_DAY } from '@/lib/quiz/recall/deck';
import words from '@/words/modes';
import parts from '@/words/parts';
import { AdamFormula, Formula, InitialFormula, Sym, Symbols, TraceFormula } from '../formulas/fetched';
import { Metrics } from '../metrics/Metrics';
import { Count } from './Count';
import type { MODE_NAMES } from './component-names';
import { Challenge, ExperimentBench, Recall, TryIt, Workshop } from './fetched';
import { HitsAndMisses } from './HitsAndMisses';
import { HitsByClass } from './HitsByClass';
import lead from './Lead.module.css';
import { LessonsOfNetwork } from './LessonsOfNetwork';
import styles from './Modes.module.css';
import { WorkshopWords } from './WorkshopWords';

/** The challenges are about the course's network. */
const CourseChallenge = () => (
  <CourseOnly what="challenges">
    <Challenge />
  </CourseOnly>
);

/** A part that needs the data set's images. */
const withImages = (Body: ComponentType) => () => (
  <NeedsImages>
    <Body />
  </NeedsImages>
);

/** The figure with which a way to learn opens: beside its title where there is room, below it elsewhere. */
const Lead = ({ children }: { readonly children: ReactNode }) => (
  <div className={lead.lead} data-lead="">
    {children}
  </div>
);

/** All lessons, with the aim of each. */
async function LessonList() {
  const lessons = await Promise.all(LESSON_STAGES.map(loadLesson));
  return (
    <LessonsOfNetwork>
      <ol className={styles.lessons}>
        {lessons.map(({ stage, title, minutes, aim }) => (
          <li key={stage}>
            <Link href={`/stages/${stage}/`} prefetch={false}>
              {title}
            </Link>{' '}
            <span className="label">
              <Rich text={words.lessonFacts({ stage, minutes })} tags={{ n: number }} />
            </span>
            <br />
            {aim}
          </li>
        ))}
      </ol>
    </LessonsOfNetwork>
  );
}

/** The components that the text of a way to learn may use. */
export const MODE_COMPONENTS = {
  AdamFormula: inPart(AdamFormula, parts.formula),
  Challenge: inPart(CourseChallenge, parts.challenge),
  CodeLines: inPart(CodeLines, ({ of }) => parts.code({ stage: of })),
  Count,
  ExperimentBench: inPart(withImages(ExperimentBench), parts.experiment),
  Fact: inPart(Fact, parts.fact),
  Formula: inPart(Formula, parts.formula),
  HitsAndMisses: inPart(withImages(HitsAndMisses), parts.hits),
  HitsByClass: inPart(HitsByClass, parts.hitsByClass),
  InitialFormula: inPart(InitialFormula, parts.formula),
  Lead,
  LessonList,
  Measured,
  MetricsBench: inPart(Metrics, parts.metrics),
  NewCards: () => NEW_A_DAY,
  Recall: inPart(Recall, parts.cards),
  Sym: inPart(Sym, parts.formulaPart),
  Symbols: inPart(Symbols, parts.symbols),
  Term,
  TraceFormula: inPart(TraceFormula, parts.formula),
  TryIt: inPart(TryIt, parts.tryIt),
  When,
  WithImages,
  Workshop: inPart(Workshop, parts.workshop),
  WorkshopWords,
  a: TextLink,
} satisfies MDXComponents & Record<(typeof MODE_NAMES)[number], unknown>;

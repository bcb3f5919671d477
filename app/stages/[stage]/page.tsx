import type { Metadata } from 'next';
import type { CSSProperties } from 'react';
import { LessonHead } from '@/components/lesson/LessonHead';
import { LessonTurn } from '@/components/lesson/LessonTurn';
import { LESSON_STAGES, loadLesson } from '@/components/lesson/lessons';
import { OfCourse } from '@/components/lesson/OfCourse';
import { Measurements } from '@/components/mdx/claims/Measurements';
import styles from '@/components/mdx/Lesson.module.css';
import { Rest } from '@/components/site/walk/Rest';

interface Props {
  readonly params: Promise<{ readonly stage: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => LESSON_STAGES.map((stage) => ({ stage }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, summary } = await loadLesson((await params).stage);
  return { title, description: summary };
}

/** The name that the stage's thumbnail in the spine has while another page is open. */
const mapOf = (stage: string) =>
  ({ '--stage-map': `stage-${LESSON_STAGES.indexOf(stage) + 1}` }) as CSSProperties;

export default async function LessonPage({ params }: Props) {
  const { Body, file, ...facts } = await loadLesson((await params).stage);
  return (
    <OfCourse stage={facts.stage}>
      <article className={styles.lesson} style={mapOf(facts.stage)}>
        <LessonHead {...facts} />
        <Body components={{ Rest }} />
        <Measurements file={file} />
        <LessonTurn stage={facts.stage} />
      </article>
    </OfCourse>
  );
}

'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { ChosenImage } from '@/components/images/ChosenImage';
import { HERE_COMPONENTS } from '@/components/mdx/here';
import { again } from '@/components/parts/again';
import { bold, Rich } from '@/components/site/Rich';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import lessonWords from '@/words/lesson';
import words from '@/words/stage-page';
import { type LoadedLesson, lessonOf, loadKindLesson } from './kind-lessons';
import styles from './LessonHead.module.css';
import { StageAlike } from './StageAlike';

interface Props {
  readonly stage: Stage;
  readonly pipeline: Pipeline;
}

const LOADED = new Map<string, ComponentType<Props>>();

/** The lesson of this name, which is loaded once it is shown. */
function lessonNamed(name: string): ComponentType<Props> {
  const known = LOADED.get(name);
  if (known) return known;
  const Lesson = dynamic<Props>(
    again(() => loadKindLesson(name).then(written)),
    { loading: () => <p role="status">{words.waiting()}</p> },
  );
  LOADED.set(name, Lesson);
  return Lesson;
}

const written =
  (lesson: LoadedLesson): ComponentType<Props> =>
  (props) => <KindText lesson={lesson} {...props} />;

/** A loaded lesson: its summary and aim, the image, what is particular about the stage, its text. */
function KindText({ lesson, stage, pipeline }: Props & { readonly lesson: LoadedLesson }) {
  const { summary, minutes, aim, Body } = lesson;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.summary}>{summary}</p>
        <div className={styles.foot}>
          <p className={styles.aim}>
            <Rich
              text={lessonWords.after({ aim: aim.charAt(0).toLowerCase() + aim.slice(1) })}
              tags={{ b: bold }}
            />{' '}
            <span className="label">{words.minutes({ minutes })}</span>
          </p>
          <ChosenImage />
        </div>
      </div>
      <StageAlike stage={stage} pipeline={pipeline} />
      <Body components={HERE_COMPONENTS} />
    </>
  );
}

/** The lesson on a stage's kind, about the stage at hand. */
export function KindLesson({ stage, pipeline }: Props) {
  const Lesson = lessonNamed(lessonOf(stage, pipeline));
  return <Lesson stage={stage} pipeline={pipeline} />;
}

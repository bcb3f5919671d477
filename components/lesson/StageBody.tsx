'use client';

import { type CSSProperties, useLayoutEffect } from 'react';
import lesson from '@/components/mdx/Lesson.module.css';
import { StageAtHand } from '@/components/mdx/stage-at-hand';
import { Part } from '@/components/parts/Part';
import { number, Rich } from '@/components/site/Rich';
import { usePipeline } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import parts from '@/words/parts';
import words from '@/words/stage-page';
import { KindLesson } from './KindLesson';
import styles from './LessonHead.module.css';
import { StageLinks } from './StageLinks';
import { StageTurn } from './StageTurn';

interface Props {
  /** The stage; null where none is named. */
  readonly id: string | null;
  /** The query of the address, which the links to other stages keep. */
  readonly search?: string;
}

/** "norm1: batch normalization". */
const headingOf = ({ id, layer }: Stage): string => words.heading({ id, name: rulesOf(layer).name });

/** The lesson on any stage of the network on the page: the text on its kind, with the stage's own numbers. */
export function StageBody({ id, search = '' }: Props) {
  const pipeline = usePipeline();
  const stage = pipeline.stages.find((one) => one.id === id);
  const heading = stage ? headingOf(stage) : words.title();
  useTitle(heading);
  if (!stage) return <StageList id={id} search={search} />;
  return (
    <article
      className={lesson.lesson}
      key={stage.id}
      // The name that the stage's thumbnail in the spine has while another page is open.
      style={{ '--stage-map': `stage-${stage.number}` } as CSSProperties}
    >
      <StageHead stage={stage} pipeline={pipeline} />
      <Part name={parts.content()} of={stage.id}>
        <StageAtHand value={stage.id}>
          <KindLesson stage={stage} pipeline={pipeline} />
        </StageAtHand>
      </Part>
      <StageTurn stage={stage} pipeline={pipeline} search={search} />
    </article>
  );
}

/**
 * The page's title while this is shown. Next writes the one that the page was built with again whenever the address
 * changes, and that one can't name the stage.
 */
function useTitle(title: string): void {
  useLayoutEffect(() => {
    const whole = `${title} · Pipeline Tracer`;
    const put = () => {
      if (document.title !== whole) document.title = whole;
    };
    put();
    const watch = new MutationObserver(put);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [title]);
}

function StageHead({ stage, pipeline }: { readonly stage: Stage; readonly pipeline: Pipeline }) {
  const { input, output, number: place } = stage;
  return (
    <header>
      <p className={styles.place}>
        <Rich
          text={words.place({
            number: place,
            count: pipeline.stages.length,
            from: formatShape(input),
            to: formatShape(output),
          })}
          tags={{ n: number }}
        />
      </p>
      <h1>{headingOf(stage)}</h1>
    </header>
  );
}

interface ListProps {
  /** The stage that was asked for and isn't there; null where none was named. */
  readonly id: string | null;
  readonly search: string;
}

/** All stages of the network, where the address names none of them. */
function StageList({ id, search }: ListProps) {
  return (
    <div className="column">
      <h1>{words.title()}</h1>
      <p role={id === null ? undefined : 'status'}>{id === null ? words.choose() : words.none({ id })}</p>
      <StageLinks search={search} />
    </div>
  );
}

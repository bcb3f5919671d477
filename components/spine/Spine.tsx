'use client';

import { usePathname } from 'next/navigation';
import { type ComponentProps, type CSSProperties, type MouseEvent, useEffect, useRef } from 'react';
import { useFirstLiveMap } from '@/components/canvas/use-first-live-map';
import { StageThumbnail } from '@/components/figures/StageThumbnail';
import { BatchAxis } from '@/components/site/batch/BatchAxis';
import { StageLink } from '@/components/site/movement/StageLink';
import {
  useLearner,
  usePipeline,
  useProgress,
  useStageAddress,
  useStageTrace,
  useTrace,
} from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { learner } from '@/lib/store/learner/learner';
import { STAGE_PAGE } from '@/lib/store/subject/stage-address';
import words from '@/words/spine';
import styles from './Spine.module.css';

/** The stage that the page is about: a lesson's own, or the one that the address of a page for all stages names. */
function useOpenStage(): string | null {
  const path = usePathname();
  const opened = useLearner((state) => state.stage);
  const lesson = /\/stages\/([\w-]+)/.exec(path)?.[1];
  const first = usePipeline().stages[0].id;
  if (path.startsWith('/trace/')) return opened ?? first;
  return lesson ?? (path.startsWith(STAGE_PAGE) ? opened : null);
}

/**
 * The stages as one strip: table of contents, progress and pipeline in one, with the live values of the
 * chosen image.
 */
export function Spine() {
  const trace = useTrace();
  const open = useOpenStage();
  const isHome = usePathname() === '/';
  useFirstLiveMap(isHome ? null : trace);
  // The home page shows the same stages large.
  return isHome ? null : <Stages open={open} />;
}

/** The same strip in the sheet that covers it: there the inspected value's stage is the open one, and any other closes the sheet. */
export function SheetSpine() {
  return <Stages open={useLearner(({ path }) => path?.at(-1)?.stage ?? null)} inSheet />;
}

interface StagesProps {
  readonly open: string | null;
  readonly inSheet?: boolean;
}

function Stages({ open, inSheet = false }: StagesProps) {
  const stages = usePipeline().stages;
  const recorded = useTrace()?.source === 'recorded';
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (open)
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open]);
  return (
    <nav
      aria-label={words.stages({ count: stages.length })}
      className={styles.spine}
      // Only the page's own thumbnails move from stage to stage.
      data-stages={inSheet ? undefined : ''}
    >
      <ol ref={list} className={styles.stages}>
        {stages.map((stage) => (
          <SpineStage key={stage.id} stage={stage} open={stage.id === open} inSheet={inSheet} />
        ))}
      </ol>
      <p className={styles.source} data-shown={recorded}>
        {words.recorded()}
      </p>
    </nav>
  );
}

/** What a turn to a stage of the trace leaves behind, with the sheet in one step of the history. */
const NO_PLACE = { channel: null, cell: null, path: null, of: null };

/** On the trace a stage is opened in the trace; on every other page its lesson is opened. */
function useTarget(
  stage: Stage,
  inSheet: boolean,
): Pick<ComponentProps<typeof StageLink>, 'href' | 'onClick'> {
  const addressOf = useStageAddress();
  const onTrace = usePathname() === '/trace/';
  if (!onTrace) return { href: addressOf(stage.id) };
  const open = (event: MouseEvent) => {
    // A new tab or window is the browser's own.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (inSheet) learner.getState().restore({ ...NO_PLACE, stage: stage.id });
    else learner.getState().openStage(stage.id);
  };
  return { href: `/trace/?stage=${stage.id}`, onClick: open };
}

interface StageProps {
  readonly stage: Stage;
  readonly open: boolean;
  readonly inSheet: boolean;
}

function SpineStage({ stage, open, inSheet }: StageProps) {
  const trace = useStageTrace(stage.id);
  const target = useTarget(stage, inSheet);
  const read = useProgress((state) => state.read.includes(stage.id));
  const traced = useLearner(({ path }) => path?.some((step) => step.stage === stage.id) ?? false);
  return (
    <li
      className={styles.stage}
      data-open={open}
      data-read={read}
      data-traced={traced}
      // The open stage's name belongs to its figure.
      style={{ '--stage-map': open ? 'none' : `stage-${stage.number}` } as CSSProperties}
    >
      <StageLink {...target} aria-current={open ? 'step' : undefined} prefetch={false}>
        <StageThumbnail stage={stage} trace={trace} size={36} />
        <span className={styles.words}>
          <span className={styles.name}>
            {stage.id}
            {read && <span className={styles.mark}> ✓</span>}
            {read && <span className="visually-hidden"> {words.read()}</span>}
          </span>
          <span className={`number ${styles.shape}`}>
            <BatchAxis sign="×" />
            {formatShape(stage.output).replaceAll(' ', '')}
          </span>
        </span>
      </StageLink>
    </li>
  );
}

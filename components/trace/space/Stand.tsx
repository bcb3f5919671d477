import { type KeyboardEvent, useId, useState } from 'react';
import { Savable } from '@/components/controls/Savable';
import { usePipeline } from '@/components/state/hooks';
import { openValue } from '@/components/values/opening';
import { formatShape } from '@/lib/format/format';
import type { Step } from '@/lib/provenance/path';
import { pixelsAt } from '@/lib/provenance/space/camera';
import { middleOf, patchOf, type SpaceLayout } from '@/lib/provenance/space/layout';
import type { Picked } from '@/lib/provenance/space/pick';
import { moved } from '@/lib/provenance/space/walk';
import words from '@/words/space';
import { type Announced, useStepWords } from './Announcement';
import { askedBy, moveCamera } from './keys';
import styles from './Space.module.css';
import type { Director } from './scene/director';
import type { Drawing, Elements } from './use-director';
import { useBeginning } from './use-followed';
import { useGestures } from './use-gestures';

interface Props {
  readonly director: Director | null;
  readonly layout: SpaceLayout;
  readonly elements: Elements;
  /** Milliseconds of a flight; 0 where motion is not wanted. */
  readonly flight: number;
  readonly followed: Step;
  readonly drawing: Drawing;
  onFollow(step: Step): void;
  onPoint(step: Step | null): void;
  onAnnounce(what: Announced): void;
}

/**
 * From these sizes of a value on, in pixels, a click flies to a map, to a value, and explains it; also below them, where
 * the last flight led to the step before.
 */
const MAP_FROM = 1.3;
const VALUE_FROM = 6;
const EXPLAIN_FROM = 13;

const same = (a: Step | null, b: Step | null) => a?.stage === b?.stage && String(a?.cell) === String(b?.cell);

/** Where the view is drawn, and what mouse, touch and keys do there. */
export function Stand(props: Props) {
  const { director, layout, elements, flight, followed, drawing, onFollow, onPoint, onAnnounce } = props;
  const { stages } = usePipeline();
  const hint = useId();
  const beginning = useBeginning(layout);
  const wordsOf = useStepWords();
  const [pointed, setPointed] = useState<Step | null>(null);
  const point = (picked: Picked | null) => {
    const step = picked?.cell ? { stage: picked.board.stage, cell: picked.cell } : null;
    if (same(step, pointed)) return;
    setPointed(step);
    onPoint(step);
  };
  const click = ({ board: { stage, units }, cell }: Picked, size: number) => {
    const seen = director?.seen() ?? { of: 'everything' };
    const here = seen.of !== 'everything' && seen.stage === stage;
    if (!cell || (size < MAP_FROM && !here)) {
      director?.flyTo({ of: 'stage', stage }, flight);
      return;
    }
    onFollow({ stage, cell });
    const [, , channel] = cell;
    const onMap = here && (seen.of === 'value' || (seen.of === 'map' && seen.channel === channel));
    if (size < VALUE_FROM && units === null && channel !== undefined && !onMap)
      director?.flyTo({ of: 'map', stage, channel }, flight);
    else if (size < EXPLAIN_FROM && !(here && seen.of === 'value'))
      director?.flyTo({ of: 'value', stage, cell }, flight);
    else openValue({ stage, cell });
  };
  const gestures = useGestures({ director, layout, of: elements.stand, onPoint: point, onClick: click });

  const go = (to: Step) => {
    onFollow(to);
    point(null);
    onAnnounce({ of: 'value', step: to });
    if (director) keepInSight(director, layout, to, followed, flight);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const asked = askedBy(event);
    const at = stages.findIndex(({ id }) => id === followed.stage);
    if (asked?.to === 'value') go({ ...followed, cell: moved(layout.boards[at], followed.cell, asked.move) });
    else if (asked?.to === 'stage') {
      const to = stages[at + asked.by] && beginning(stages[at + asked.by].id);
      if (to) go(to);
    } else if (asked?.to === 'explain') openValue(followed);
    else if (asked?.to === 'overview') {
      director?.flyTo({ of: 'everything' }, flight);
      onAnnounce({ of: 'everything' });
    } else if (asked?.to === 'followed') {
      director?.flyTo({ of: 'value', ...followed }, flight);
      onAnnounce({ of: 'flight', step: followed });
    } else if (!director || !moveCamera(director, event, flight / 3)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Savable label={words.drawn()}>
      <div
        ref={elements.stand}
        className={styles.stand}
        role="application"
        aria-roledescription={words.role()}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keyboard input
        tabIndex={0}
        aria-label={words.label()}
        aria-describedby={hint}
        data-pointed={pointed !== null}
        onKeyDown={onKeyDown}
        onFocus={() => onAnnounce({ of: 'value', step: followed })}
        {...gestures}
      >
        <div className={styles.drawn} aria-hidden="true">
          <canvas ref={elements.canvas} className={styles.planes} />
          <canvas ref={elements.lines} className={styles.lines} />
          {stages.map(({ id, output }) => (
            <span key={id} data-board={id} className={styles.label} data-followed={id === followed.stage}>
              <strong>{id}</strong>
              <span className="number">{formatShape(output)}</span>
            </span>
          ))}
        </div>
        {drawing === 'starting' && <p className="instead-of-drawing">{words.loading()}</p>}
      </div>
      <p id={hint} className="visually-hidden">
        {wordsOf(followed)}
      </p>
      <p role="status" className={styles.trouble}>
        {drawing === 'lost' && words.lost()}
      </p>
    </Savable>
  );
}

/** A value as small as this cannot be followed by eye. */
const LEAST = 4;

/** After a step of the keyboard: another stage is flown to; a near camera goes along with the value. */
function keepInSight(director: Director, layout: SpaceLayout, to: Step, from: Step, flight: number): void {
  const view = director.view();
  const board = layout.boards.find(({ stage }) => stage === to.stage);
  const patch = board && patchOf(board, to.cell);
  if (!view || !board || !patch) return;
  if (to.stage !== from.stage) director.flyTo({ of: 'stage', stage: to.stage }, flight);
  else if (pixelsAt(board.side, view.pose.distance, view.screen) >= LEAST)
    director.go({ ...view.pose, target: middleOf(board, patch) }, flight / 4);
}

import { useEffect, useState } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { ClassField } from '@/components/controls/ClassField';
import { usePipeline } from '@/components/state/hooks';
import type { Step } from '@/lib/provenance/path';
import { turned, zoomed } from '@/lib/provenance/space/camera';
import type { Sight } from '@/lib/provenance/space/view';
import words from '@/words/space';
import styles from './Space.module.css';
import type { Director } from './scene/director';
import { useBeginning } from './use-followed';
import type { Shown } from './use-tensors';

interface Props {
  readonly director: Director | null;
  readonly flight: number;
  readonly what: Shown;
  readonly rightClass: number;
  onShow(what: Shown): void;
  onClass(unit: number): void;
  onFollow(step: Step): void;
}

const NEARER = 0.7;
const TURN = 0.3;

/** What the planes show, where the camera flies, and its small movements. */
export function Tools({ director, flight, what, rightClass, onShow, onClass, onFollow }: Props) {
  const { stages, architecture } = usePipeline();
  const beginning = useBeginning();
  const tour = useTour(director, flight);
  const fly = (sight: Sight) => {
    tour.stop();
    director?.flyTo(sight, flight);
  };
  const move = (change: 'zoom' | 'turn', by: number) => {
    tour.stop();
    const view = director?.view();
    if (!director || !view) return;
    const { pose, screen } = view;
    director.go(change === 'zoom' ? zoomed(pose, screen, by) : turned(pose, by, 0), flight / 2);
  };
  const small = (word: string, sign: string, change: 'zoom' | 'turn', by: number) => (
    <button type="button" className="button-bare" title={word} onClick={() => move(change, by)}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{word}</span>
    </button>
  );
  return (
    <div className={styles.tools}>
      <ChoiceField
        label={words.shown()}
        options={[
          { value: 'values', words: words.values() },
          { value: 'gradients', words: words.gradients() },
        ]}
        chosen={what}
        onChoose={onShow}
      />
      {what === 'gradients' && (
        <ClassField
          label={words.rightClass()}
          classes={architecture.classes}
          chosen={rightClass}
          onChoose={onClass}
        />
      )}
      <fieldset className={styles.stages}>
        <legend className="visually-hidden">{words.stages()}</legend>
        {stages.map(({ id }) => (
          <button
            key={id}
            type="button"
            className="button-bare"
            onClick={() => {
              const step = beginning(id);
              if (step) onFollow(step);
              fly({ of: 'stage', stage: id });
            }}
          >
            {id}
          </button>
        ))}
      </fieldset>
      <fieldset className={styles.camera}>
        <legend className="visually-hidden">{words.camera()}</legend>
        <button type="button" className="button-quiet" onClick={() => fly({ of: 'everything' })}>
          {words.overview()}
        </button>
        <button type="button" className="button-quiet" aria-pressed={tour.running} onClick={tour.toggle}>
          {tour.running ? words.stop() : words.tour()}
        </button>
        {small(words.nearer(), '+', 'zoom', NEARER)}
        {small(words.farther(), '−', 'zoom', 1 / NEARER)}
        {small(words.turnLeft(), '↺', 'turn', -TURN)}
        {small(words.turnRight(), '↻', 'turn', TURN)}
      </fieldset>
    </div>
  );
}

/** Milliseconds for a stage of the tour: the flight, and a look at it. */
const LEG = 1500;
const STAY = 500;

/** Once around: from stage to stage, and back to the overview. */
function useTour(director: Director | null, flight: number) {
  const { stages } = usePipeline();
  /** Where it is: -1 where it does not run. */
  const [at, setAt] = useState(-1);
  useEffect(() => {
    if (at < 0 || !director) return;
    const sight: Sight = at < stages.length ? { of: 'stage', stage: stages[at].id } : { of: 'everything' };
    director.flyTo(sight, flight === 0 ? 0 : LEG);
    const timer = setTimeout(() => setAt(at < stages.length ? at + 1 : -1), LEG + STAY);
    return () => clearTimeout(timer);
  }, [at, director, stages, flight]);
  const stop = () => setAt(-1);
  return {
    running: at >= 0,
    stop,
    toggle() {
      if (at >= 0) {
        stop();
        const now = director?.now();
        if (now) director?.go(now.pose);
      } else setAt(0);
    },
  };
}

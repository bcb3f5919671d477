import { ChoiceField } from '@/components/controls/ChoiceField';
import { ClassField } from '@/components/controls/ClassField';
import { usePipeline } from '@/components/state/hooks';
import type { Step } from '@/lib/provenance/path';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import words from '@/words/space';
import type { Announced } from './Announcement';
import styles from './Space.module.css';
import type { Director } from './scene/director';
import { useBeginning } from './use-followed';
import type { Shown } from './use-tensors';

interface Props {
  readonly director: Director | null;
  /** Whether there are planes at all. */
  readonly drawn: boolean;
  readonly layout: SpaceLayout;
  readonly flight: number;
  readonly what: Shown;
  readonly rightClass: number;
  onShow(what: Shown): void;
  onClass(unit: number): void;
  onFollow(step: Step): void;
  onAnnounce(what: Announced): void;
}

/** What the planes show, and which stage the camera flies to. */
export function Tools(props: Props) {
  const { director, drawn, layout, flight, what, rightClass, onShow, onClass, onFollow, onAnnounce } = props;
  const { stages, architecture } = usePipeline();
  const beginning = useBeginning(layout);
  return (
    <div className={styles.tools}>
      <ChoiceField
        label={drawn ? words.shown() : words.shownFlat()}
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
        <legend className="visually-hidden">{drawn ? words.stages() : words.stagesFlat()}</legend>
        {stages.map(({ id }) => (
          <button
            key={id}
            type="button"
            className="button-bare"
            onClick={() => {
              const step = beginning(id);
              director?.flyTo({ of: 'stage', stage: id }, flight);
              if (!step) return;
              onFollow(step);
              onAnnounce({ of: drawn ? 'stage' : 'value', step });
            }}
          >
            {id}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

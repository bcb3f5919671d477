import { ChoiceField } from '@/components/controls/ChoiceField';
import { ClassField } from '@/components/controls/ClassField';
import { usePipeline } from '@/components/state/hooks';
import type { Step } from '@/lib/provenance/path';
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

/** What the planes show, and which stage the camera flies to. */
export function Tools({ director, flight, what, rightClass, onShow, onClass, onFollow }: Props) {
  const { stages, architecture } = usePipeline();
  const beginning = useBeginning();
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
              director?.flyTo({ of: 'stage', stage: id }, flight);
            }}
          >
            {id}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

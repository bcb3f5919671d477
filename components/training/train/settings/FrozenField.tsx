import { usePipeline } from '@/components/state/hooks';
import words from '@/words/settings-form';
import type { FieldProps } from './Fields';
import styles from './Settings.module.css';

/** Which layers' weights stay as they are. A layer without weights has nothing to freeze. */
export function FrozenField({ text, onChange }: Pick<FieldProps, 'text' | 'onChange'>) {
  const { stages } = usePipeline();
  const learning = stages.filter(({ weights }) => weights !== null);
  // The settings may come from a network with other layers.
  const frozen = learning.map(({ id }) => id).filter((id) => text.frozen.includes(id));
  const freeze = (id: string, still: boolean) =>
    onChange({
      ...text,
      frozen: learning.flatMap((stage) => {
        const stays = stage.id === id ? still : frozen.includes(stage.id);
        return stays ? [stage.id] : [];
      }),
    });
  return (
    <fieldset className={styles.frozen}>
      <legend>{words.frozen()}</legend>
      <div className={styles.layers}>
        {learning.map((stage) => (
          <label key={stage.id}>
            <input
              type="checkbox"
              checked={frozen.includes(stage.id)}
              onChange={({ currentTarget }) => freeze(stage.id, currentTarget.checked)}
            />
            {stage.title}
          </label>
        ))}
      </div>
      <p className={styles.hint}>{words.frozenHint()}</p>
    </fieldset>
  );
}

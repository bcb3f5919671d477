import { Choice } from '@/components/controls/Choice';
import type { Stage } from '@/lib/network/pipeline';
import words from '@/words/backward';
import styles from './Backward.module.css';

interface Props {
  /** In the order in which the gradient meets them. */
  readonly stages: readonly Stage[];
  readonly chosen: string;
  onChoose(id: string): void;
}

/** Which stage is looked at, on the way back. */
export function StageChoice({ stages, chosen, onChoose }: Props) {
  return (
    <div className={styles.stages}>
      <Choice
        label={words.stageChoice()}
        options={stages.map(({ id }) => ({ value: id, words: id }))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </div>
  );
}

import type { Layer } from '@/lib/kinds/types';
import words from '@/words/build';
import styles from './Build.module.css';

interface Props {
  readonly layer: Layer;
  readonly at: number;
  readonly count: number;
  readonly isSource: boolean;
  readonly adding: boolean;
  onAdd(): void;
  onMove(at: number, to: number): void;
  onRemove(at: number): void;
}

interface ToolProps {
  readonly label: string;
  readonly path: string;
  readonly disabled?: boolean;
  /** Whether what it opens is open. */
  readonly expanded?: boolean;
  act(): void;
}

function Tool({ label, path, disabled = false, expanded, act }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      aria-expanded={expanded}
      onClick={() => !disabled && act()}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}

/** The buttons of a layer, in the same places in every row; the input can't be moved or removed. */
export function RowTools({ layer, at, count, isSource, adding, onAdd, onMove, onRemove }: Props) {
  const named = { layer: layer.id };
  return (
    <div className={styles.rowTools}>
      {!isSource && (
        <>
          <Tool
            label={words.up(named)}
            path="M7 12V3M3 6.5 7 2.5l4 4"
            disabled={at < 2}
            act={() => onMove(at, at - 1)}
          />
          <Tool
            label={words.down(named)}
            path="M7 2v9M3 7.5l4 4 4-4"
            disabled={at === count - 1}
            act={() => onMove(at, at + 1)}
          />
          <Tool label={words.remove(named)} path="M3 3l8 8M11 3l-8 8" act={() => onRemove(at)} />
        </>
      )}
      <Tool label={words.addAfter(named)} path="M7 2v10M2 7h10" expanded={adding} act={onAdd} />
    </div>
  );
}

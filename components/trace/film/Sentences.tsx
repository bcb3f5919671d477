import Link from 'next/link';
import type { Piece } from '@/lib/provenance/film/resolve';
import type { Step } from '@/lib/provenance/path';
import words from '@/words/film';
import styles from './Film.module.css';

interface Props {
  readonly sentences: readonly (readonly Piece[])[];
  /** The index of the sentence that is being spoken; null where none is. */
  readonly spoken?: number | null;
  /** Opens the arithmetic of a number. */
  onOpen(step: Step): void;
  /** A link to another page is about to be followed. */
  onLeave?(): void;
}

/**
 * The sentences of a beat with their numbers: those of the network open their arithmetic, those of the run lead to their
 * epoch.
 */
export function Sentences({ sentences, spoken = null, onOpen, onLeave }: Props) {
  return sentences.map((pieces, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a beat never change their order
    <span key={at} data-spoken={at === spoken}>
      {pieces.map((piece, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: neither do the pieces of a sentence
        <One key={n} {...{ piece, onOpen, onLeave }} />
      ))}{' '}
    </span>
  ));
}

function One({ piece, onOpen, onLeave }: Pick<Props, 'onOpen' | 'onLeave'> & { readonly piece: Piece }) {
  if (typeof piece === 'string') return piece;
  const { fact } = piece;
  if (!fact) return <span className={styles.missing}>{words.missing()}</span>;
  const { step, text, epoch } = fact;
  if (epoch !== undefined)
    return (
      <Link href={`/epochs/?epoch=${epoch}`} prefetch={false} onClick={onLeave}>
        {text}
      </Link>
    );
  if (!step) return text;
  return (
    <button type="button" className={`button-text ${styles.open}`} onClick={() => onOpen(step)}>
      {text}
    </button>
  );
}

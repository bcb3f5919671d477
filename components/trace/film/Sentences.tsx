import type { Piece } from '@/lib/provenance/film/resolve';
import type { Step } from '@/lib/provenance/path';
import words from '@/words/film';
import styles from './Film.module.css';

interface Props {
  readonly sentences: readonly (readonly Piece[])[];
  /** The index of the sentence that is being spoken; null where none is. */
  readonly spoken?: number | null;
  /** Opens the arithmetic of a number; absent where numbers are only read. */
  onOpen?(step: Step): void;
}

/** The sentences of a beat with their numbers, each of which opens its arithmetic where it has one. */
export function Sentences({ sentences, spoken = null, onOpen }: Props) {
  return sentences.map((pieces, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a beat never change their order
    <span key={at} data-spoken={at === spoken}>
      {pieces.map((piece, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: neither do the pieces of a sentence
        <One key={n} piece={piece} onOpen={onOpen} />
      ))}{' '}
    </span>
  ));
}

function One({ piece, onOpen }: { readonly piece: Piece; onOpen?(step: Step): void }) {
  if (typeof piece === 'string') return piece;
  const { fact } = piece;
  if (!fact) return <span className={styles.missing}>{words.missing()}</span>;
  const { step, text } = fact;
  if (!step || !onOpen) return text;
  return (
    <button type="button" className={`button-text ${styles.open}`} onClick={() => onOpen(step)}>
      {text}
    </button>
  );
}

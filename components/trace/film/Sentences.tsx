import type { Piece } from '@/lib/provenance/film/resolve';
import type { Step } from '@/lib/provenance/path';
import words from '@/words/film';
import { Counted } from './Counted';
import styles from './Film.module.css';

interface Props {
  readonly sentences: readonly (readonly Piece[])[];
  /** The index of the sentence that is being spoken; null where none is. */
  readonly spoken?: number | null;
  /** Opens the arithmetic of a number. */
  onOpen(step: Step): void;
  /** How a count came about is about to be shown. */
  onAsk?(): void;
  /** A link to another page is about to be followed. */
  onLeave?(): void;
}

/** The sentences of a beat with their numbers: each opens its arithmetic, or how it came about. */
export function Sentences({ sentences, spoken = null, ...on }: Props) {
  return sentences.map((pieces, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a beat never change their order
    <span key={at} data-spoken={at === spoken}>
      {pieces.map((piece, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: neither do the pieces of a sentence
        <One key={n} piece={piece} {...on} />
      ))}{' '}
    </span>
  ));
}

type On = Pick<Props, 'onOpen' | 'onAsk' | 'onLeave'>;

function One({ piece, onOpen, onAsk, onLeave }: On & { readonly piece: Piece }) {
  if (typeof piece === 'string') return piece;
  const { fact } = piece;
  if (!fact) return <span className={styles.missing}>{words.missing()}</span>;
  const { step, text, how } = fact;
  if (how !== undefined) return <Counted {...{ fact, how, onAsk, onLeave }} />;
  if (!step) return text;
  return (
    <button type="button" className={`button-text ${styles.open}`} onClick={() => onOpen(step)}>
      {text}
    </button>
  );
}

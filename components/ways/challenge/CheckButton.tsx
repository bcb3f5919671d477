import words from '@/words/challenge';

interface Props {
  readonly busy: boolean;
  /** The label while nothing is being judged. */
  readonly label?: string;
}

/** Submits the surrounding form. */
export const CheckButton = ({ busy, label = words.check() }: Props) => (
  <button type="submit" className="button" aria-disabled={busy}>
    {busy ? words.checking() : label}
  </button>
);

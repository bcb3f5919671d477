import words from '@/words/challenge';

interface Props {
  readonly busy: boolean;
  /** What it says while nothing is judged. */
  readonly label?: string;
}

/** Submits the form it stands in. */
export const CheckButton = ({ busy, label = words.check() }: Props) => (
  <button type="submit" className="button" aria-disabled={busy}>
    {busy ? words.checking() : label}
  </button>
);

interface Props {
  readonly busy: boolean;
  /** What it says while nothing is judged. */
  readonly words?: string;
}

/** Submits the form it stands in. */
export const CheckButton = ({ busy, words = 'Check' }: Props) => (
  <button type="submit" className="button" aria-disabled={busy}>
    {busy ? 'Checking …' : words}
  </button>
);

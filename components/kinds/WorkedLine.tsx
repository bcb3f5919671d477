import { Arithmetic, type Part } from '@/components/figures/parts/Arithmetic';
import words from '@/words/worked';

interface Props {
  /** The name of the result, for screen readers. */
  readonly name: string;
  readonly parts: readonly Part[];
}

/** A worked example that fits on one line. */
export const WorkedLine = ({ name, parts }: Props) => (
  <Arithmetic parts={parts} label={words.steps({ name })} />
);

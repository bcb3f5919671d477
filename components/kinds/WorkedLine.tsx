import { Arithmetic, type Part } from '@/components/figures/parts/Arithmetic';
import words from '@/words/worked';

interface Props {
  /** What is made, as a screen reader hears it. */
  readonly name: string;
  readonly parts: readonly Part[];
}

/** A worked example that fits one line. */
export const WorkedLine = ({ name, parts }: Props) => (
  <Arithmetic parts={parts} label={words.made({ name })} />
);

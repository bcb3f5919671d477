import { ChoiceField } from '@/components/controls/ChoiceField';
import { hasRelu } from '@/lib/kinds/parts/relu';
import type { Layer } from '@/lib/kinds/types';
import sum from '@/words/sum';

/** Whether values are shown before or after a layer's activation. */
export type BeforeOrAfter = 'before' | 'after';

interface Props {
  readonly label: string;
  readonly chosen: BeforeOrAfter;
  onChoose(moment: BeforeOrAfter): void;
}

/** What the shown values of a layer are, whichever moment is chosen where it has two. */
export const momentWords = (layer: Layer, moment: BeforeOrAfter): string =>
  hasRelu(layer) ? sum[moment]() : sum.output();

/** The choice between values before and after ReLU. */
export const BeforeAfterChoice = (props: Props) => (
  <ChoiceField<BeforeOrAfter>
    {...props}
    options={[
      { value: 'before', words: sum.before() },
      { value: 'after', words: sum.after() },
    ]}
  />
);

import { ChoiceField } from '@/components/controls/ChoiceField';
import sum from '@/words/sum';

/** Whether values are shown as they are before a layer's activation, or after it. */
export type BeforeOrAfter = 'before' | 'after';

interface Props {
  readonly label: string;
  readonly chosen: BeforeOrAfter;
  onChoose(moment: BeforeOrAfter): void;
}

/** Chooses between values before ReLU and after it. */
export const BeforeAfterChoice = (props: Props) => (
  <ChoiceField<BeforeOrAfter>
    {...props}
    options={[
      { value: 'before', words: sum.before() },
      { value: 'after', words: sum.after() },
    ]}
  />
);

import { ChoiceField } from '@/components/controls/ChoiceField';
import sum from '@/words/sum';

/** Whether values are shown before or after a layer's activation. */
export type BeforeOrAfter = 'before' | 'after';

interface Props {
  readonly label: string;
  readonly chosen: BeforeOrAfter;
  onChoose(moment: BeforeOrAfter): void;
}

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

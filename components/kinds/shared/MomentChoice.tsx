import { Choice } from '@/components/controls/Choice';
import sum from '@/words/sum';

/** Whether values are shown as they are before a layer's activation, or after it. */
export type Moment = 'before' | 'after';

interface Props {
  readonly label: string;
  readonly chosen: Moment;
  onChoose(moment: Moment): void;
}

/** Chooses between values before ReLU and after it. */
export const MomentChoice = (props: Props) => (
  <Choice<Moment>
    {...props}
    options={[
      { value: 'before', words: sum.before() },
      { value: 'after', words: sum.after() },
    ]}
  />
);

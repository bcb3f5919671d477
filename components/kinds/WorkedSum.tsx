import type { WorkedProps } from '../figures/worked-props';
import { WORKED } from './worked';

/** The arithmetic of one value in a line or two, by kind of layer. */
export function WorkedSum(props: WorkedProps) {
  const Worked = WORKED[props.stage.layer.kind];
  return <Worked {...props} />;
}

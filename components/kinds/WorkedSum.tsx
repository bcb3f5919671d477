import { WORKED } from './worked';
import type { WorkedProps } from './worked-props';

/** The arithmetic of one value in a line or two, by kind of layer. */
export function WorkedSum(props: WorkedProps) {
  const Worked = WORKED[props.stage.layer.kind];
  return <Worked {...props} />;
}

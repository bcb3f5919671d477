import type { ComponentType } from 'react';
import { Part } from './Part';

/** Wraps a component in an error boundary with a name. */
export const inPart = <Props extends object>(
  Component: ComponentType<Props>,
  nameOf: (props: Props) => string,
) =>
  function InPart(props: Props) {
    return (
      <Part name={nameOf(props)}>
        <Component {...props} />
      </Part>
    );
  };

'use client';

import { type ReactNode, use, useMemo } from 'react';
import { Supplied, type Traced } from './traced';

interface Props extends Partial<Traced> {
  readonly children: ReactNode;
}

/**
 * What is beneath shows and explains this network, image or trace instead of that of the stores. What is left out or
 * undefined is as it is around; a trace that is null is still to be computed.
 */
export function Supply({ pipeline, image, trace, children }: Props) {
  const around = use(Supplied);
  const value = useMemo(
    () => ({
      pipeline: pipeline ?? around.pipeline,
      image: image === undefined ? around.image : image,
      trace: trace === undefined ? around.trace : trace,
    }),
    [around, pipeline, image, trace],
  );
  return <Supplied value={value}>{children}</Supplied>;
}

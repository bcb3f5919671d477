'use client';

import { type ReactNode, use, useMemo } from 'react';
import { Supplied, type Traced } from './traced';

interface Props extends Partial<Traced> {
  readonly children: ReactNode;
}

/**
 * Makes its content show and explain this network, image or trace instead of that of the stores. Props that
 * are missing or undefined are inherited; a null trace is still to be computed.
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

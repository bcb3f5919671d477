'use client';

import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react';
import type { CopyDetails } from './CopyDetails';

type Props = ComponentProps<typeof CopyDetails>;
const Nothing = () => null;
/** Hardly a page fails. Where this can't be fetched either, what failed is still said. */
const Copy = lazy<ComponentType<Props>>(() =>
  import('./CopyDetails').then(
    (module) => ({ default: module.CopyDetails }),
    () => ({ default: Nothing }),
  ),
);

/** {@link CopyDetails}, fetched where something has failed. */
export const CopyLater = (props: Props) => (
  <Suspense fallback={null}>
    <Copy {...props} />
  </Suspense>
);

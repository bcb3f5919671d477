'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useLearner } from '@/components/state/hooks';
import { NotFetched } from '@/lib/site/report';
import { Broken } from './Broken';

interface Props {
  /** Its name for the learner, as the subject of a sentence. */
  readonly name: string;
  /** It lies over the page, and so does its error message. */
  readonly floating?: boolean;
  /** When this changes, an earlier failure is cleared. */
  readonly of?: unknown;
  readonly children: ReactNode;
  /** For a part that can be closed, also while it is broken. */
  onClose?(): void;
}

/**
 * An error boundary for a part of the page: an error is reported in the part's place, and everything else
 * continues. The part is rendered again when the learner requests it, or moves on to a different page or
 * image.
 */
export function Part({ name, floating, of, children, onClose }: Props) {
  const path = usePathname();
  const image = useLearner((state) => state.image);
  return (
    <ErrorBoundary
      resetKeys={[path, image, name, of]}
      onError={(error) => error instanceof NotFetched && error.forget()}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <Broken {...{ name, error, floating, onClose }} onRetry={() => resetErrorBoundary()} />
      )}
    >
      {children}
    </ErrorBoundary>
  );
}

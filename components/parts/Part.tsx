'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useLearner } from '@/components/state/hooks';
import { NotFetched } from '@/lib/site/report';
import { Broken } from './Broken';

interface Props {
  /** What it is to the learner, as the subject of a sentence. */
  readonly name: string;
  /** It lies over the page, and so does what is said when it breaks. */
  readonly floating?: boolean;
  /** A failure that belongs to another one of these is past. */
  readonly of?: unknown;
  readonly children: ReactNode;
  /** For a part that can be closed, also while it is broken. */
  onClose?(): void;
}

/**
 * A part of the page that breaks by itself: an error in it is named in its place, and the rest lives on. It is drawn anew
 * when the learner asks for it, or moves on to another page or image.
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

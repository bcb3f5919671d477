import Link from 'next/link';
import { ONLY_DRAWINGS, useOnlyDrawings } from '@/components/state/use-only-drawings';
import words from '@/words/drawings-caveat';

/** Below a photograph that the course's network is shown: what to think of its answer. */
export function DrawingsCaveat() {
  if (!useOnlyDrawings()) return null;
  return (
    <>
      <br />
      <Link href={`/#${ONLY_DRAWINGS}`} prefetch={false} className="link-alone">
        {words.caveat()}
      </Link>
    </>
  );
}

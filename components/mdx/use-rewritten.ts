import { useEffect, useState } from 'react';
import { usePipeline } from '@/components/state/hooks';
import type { Pipeline } from '@/lib/network/pipeline';
import { subjectStore } from '@/lib/store/subject/subject';

/**
 * What a lesson writes about a network. For the network that the page is built with it is `built`, part of the
 * page, or null where it was not written then; for any other, `write` writes it: null until its code is loaded. `about` names what it is about.
 */
export function useRewritten<T, About extends readonly string[]>(
  built: T | null,
  write: (pipeline: Pipeline, ...about: About) => Promise<T>,
  ...about: About
): T | null {
  const pipeline = usePipeline();
  const isBuilt = built !== null && pipeline === subjectStore.getInitialState().pipeline;
  const [written, setWritten] = useState<{ readonly of: Pipeline; readonly what: T } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a part of a text is about the same thing for ever
  useEffect(() => {
    if (isBuilt) return;
    let left = false;
    void write(pipeline, ...about).then((what) => {
      if (!left) setWritten({ of: pipeline, what });
    });
    return () => {
      left = true;
    };
  }, [pipeline, isBuilt]);
  if (isBuilt) return built;
  return written?.of === pipeline ? written.what : null;
}

import { useMemo } from 'react';
import {
  useClassWord,
  useDataSet,
  usePipeline,
  useSubject,
  useTimeline,
  useTrace,
} from '@/components/state/hooks';
import { type Film, filmOf } from '@/lib/provenance/film/at-time';
import { type FilmSubject, scriptFor } from '@/lib/provenance/film/resolve';
import type { Chapter } from '@/lib/provenance/film/script';

/** What the film is about: the network, the image and the run at hand. */
export function useFilmSubject(): FilmSubject {
  const pipeline = usePipeline();
  const trace = useTrace();
  const timeline = useTimeline();
  const images = useDataSet().counts.training;
  const classWord = useClassWord();
  return useMemo(
    () => ({ pipeline, trace, epochs: timeline?.epochs ?? [], images, classWord }),
    [pipeline, trace, timeline, images, classWord],
  );
}

/** The film for the network at hand: beats that it has nothing for are left out. */
export function useFilmOf(script: readonly Chapter[]): Film {
  const pipeline = usePipeline();
  const recorded = useSubject(({ subject }) => subject.run !== null);
  const timeline = useTimeline() !== null;
  return useMemo(
    () => filmOf(scriptFor(script, pipeline, recorded || timeline)),
    [script, pipeline, recorded, timeline],
  );
}

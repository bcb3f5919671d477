import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useClassWord, usePipeline, useSubject, useTrace, useTrainingView } from '@/components/state/hooks';
import { type Film, filmOf } from '@/lib/provenance/film/at-time';
import { type History, historyOf } from '@/lib/provenance/film/history';
import { type FilmSubject, scriptFor } from '@/lib/provenance/film/resolve';
import type { Chapter } from '@/lib/provenance/film/script';
import { runsStore } from '@/lib/store/runs/runs';
import { isUnderWay } from '@/lib/store/training/training-view';

/** How the network at hand came about. */
function useHistory(): History {
  const subject = useSubject((view) => view.subject);
  const network = useSubject((view) => view.network);
  const own = useStore(runsStore, (runs) => runs.own);
  const replaced = useStore(runsStore, ({ chosen }) => chosen !== null);
  const settings = useTrainingView((view) => view.settings);
  const branched = useTrainingView(({ parent }) => parent !== null);
  const over = useTrainingView(({ phase }) => !isUnderWay(phase));
  const begun = useTrainingView(({ batches }) => batches.length > 0);
  return useMemo(
    () => historyOf({ subject, network, own, replaced, training: { settings, branched, over, begun } }),
    [subject, network, own, replaced, settings, branched, over, begun],
  );
}

/** What the film is about: the network, the image and the run at hand. */
export function useFilmSubject(): FilmSubject {
  const pipeline = usePipeline();
  const trace = useTrace();
  const { run, images } = useHistory();
  const classWord = useClassWord();
  return useMemo(
    () => ({ pipeline, trace, epochs: run?.epochs ?? [], images, classWord }),
    [pipeline, trace, run, images, classWord],
  );
}

/** The film for the network at hand: beats that it has nothing for are left out. */
export function useFilmOf(script: readonly Chapter[]): Film {
  const pipeline = usePipeline();
  const history = useHistory();
  return useMemo(() => filmOf(scriptFor(script, pipeline, history)), [script, pipeline, history]);
}

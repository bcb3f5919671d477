'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { InspectButton } from '@/components/inspector/InspectButton';
import { Embed } from '@/components/site/share/Embed';
import { useMedia } from '@/components/site/use-media';
import { useLearner, useTimeline } from '@/components/state/hooks';
import { openValue } from '@/components/values/opening';
import { beatAt, epochAt, type Film as FilmOf, momentAt } from '@/lib/provenance/film/at-time';
import { resolve, textOf } from '@/lib/provenance/film/resolve';
import type { Chapter } from '@/lib/provenance/film/script';
import { learner } from '@/lib/store/learner/learner';
import { withinStep } from '@/lib/store/learner/mirror-address';
import { parameterOf } from '@/lib/store/learner/write-address';
import words from '@/words/film';
import type { Clock } from './clock';
import styles from './Film.module.css';
import { FilmBar } from './FilmBar';
import { FilmFigure } from './FilmFigure';
import { FilmScript } from './FilmScript';
import { Sentences } from './Sentences';
import { keepPlace, useAddress } from './use-address';
import { useClock, useClockState } from './use-clock';
import { useFilmOf, useFilmSubject } from './use-film-subject';
import { useKeys } from './use-keys';
import { useVoice } from './use-voice';
import { SaveVideo } from './video/SaveVideo';

/** Shows a network of the run; the film is one step of the browser's history. */
const travel = (epoch: number | null): void => {
  if (learner.getState().epoch !== epoch) withinStep(() => learner.getState().travelTo(epoch));
};

/** The film about the network and the image at hand, and its script as a text. */
export function Film({ script }: { readonly script: readonly Chapter[] }) {
  const film = useFilmOf(script);
  if (film.beats.length === 0) return <p>{words.none()}</p>;
  return (
    <>
      <Player film={film} />
      <FilmScript film={film} />
    </>
  );
}

function Player({ film }: { readonly film: FilmOf }) {
  const subject = useFilmSubject();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const clock = useClock(film);
  const at = useClockState(clock, ({ time }) => beatAt(film, time));
  const playing = useClockState(clock, (state) => state.playing);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [voice, setVoice] = useState(false);
  const { beat, chapter } = film.beats[at];
  const shown = useMemo(() => resolve(beat, subject), [beat, subject]);
  const textsOf = (one: number) =>
    resolve(film.beats[one].beat, subject).sentences.map((pieces) => textOf(pieces, words.missing()));
  const spoken = useVoice(clock, film, voice, textsOf);
  const toggle = useCallback(() => (clock.store.getState().playing ? clock.pause() : clock.play()), [clock]);
  useAddress(clock, film);
  useKeys(clock, film, toggle);
  useTraining(clock, film, still);
  // Whoever looks at a value more closely does not want to miss anything meanwhile.
  const path = useLearner((state) => state.path);
  useEffect(() => {
    if (path !== null) clock.pause();
  }, [clock, path]);
  return (
    <section className={styles.film} aria-label={words.player()}>
      <FilmFigure {...{ clock, film, subject, shown, still, canvas }} />
      <div className={styles.telling}>
        <p className={styles.title}>
          <span className="number">{chapter + 1}</span> {film.chapters[chapter].title}
        </p>
        <p className={styles.caption} aria-live={playing ? 'off' : 'polite'} data-beat={at}>
          <Sentences
            sentences={shown.sentences}
            spoken={spoken.sentence}
            onOpen={(step) => openValue(step)}
            onAsk={clock.pause}
            onLeave={() => {
              clock.pause();
              keepPlace(clock, film);
            }}
          />
        </p>
        <p className={styles.explain}>{shown.step && <InspectButton {...shown.step} />}</p>
      </div>
      <FilmBar {...{ clock, film, voice }} onVoice={setVoice} onToggle={toggle} />
      <p role="status" className={styles.status}>
        {spoken.missing && words.noVoice()}
      </p>
      <SaveVideo {...{ clock, film, subject, canvas }} />
      <Embed title={words.title()} of={at} onRead={() => keepPlace(clock, film)} />
    </section>
  );
}

/**
 * In a beat on training the page shows the network of its epoch, in all others the trained one. When the film is left, what
 * the learner had chosen is back. `still`: a beat shows the last of its epochs only.
 */
function useTraining(clock: Clock, film: FilmOf, still: boolean): void {
  const epochs = useTimeline()?.epochs;
  useEffect(() => {
    const before = learner.getState().epoch;
    const here = window.location.pathname;
    return () => {
      const { pathname, search } = window.location;
      // A link to a page about an epoch has chosen it.
      const chosen = pathname !== here && new URLSearchParams(search).has(parameterOf('epoch'));
      if (!chosen) travel(before);
    };
  }, []);
  useEffect(() => {
    const follow = () => {
      const { at, progress } = momentAt(film, clock.store.getState().time);
      const of = film.beats[at]?.beat.epochs;
      // Until the run has loaded, the epoch that the address names stays: a link opens its numbers, not others before them.
      if (of && !epochs) return;
      travel((of && epochs?.[epochAt(of, still ? 1 : progress, epochs.length)]?.epoch) ?? null);
    };
    follow();
    return clock.store.subscribe(follow);
  }, [clock, film, epochs, still]);
}

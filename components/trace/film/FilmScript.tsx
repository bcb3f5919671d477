import { useDeferredValue, useMemo, useState } from 'react';
import { openValue } from '@/components/values/opening';
import type { Film } from '@/lib/provenance/film/at-time';
import { resolve } from '@/lib/provenance/film/resolve';
import words from '@/words/film';
import styles from './Film.module.css';
import { Sentences } from './Sentences';
import { useFilmSubject } from './use-film-subject';

/**
 * Everything that the film says, as a text with the same numbers. Those of the image are computed once it has been opened;
 * without JavaScript those of the network stand in it.
 */
export function FilmScript({ film }: { readonly film: Film }) {
  const [opened, setOpened] = useState(false);
  const all = useFilmSubject();
  const subject = useDeferredValue(useMemo(() => (opened ? all : { ...all, trace: null }), [opened, all]));
  return (
    <div className={styles.below}>
      <details onToggle={({ currentTarget }) => setOpened((before) => before || currentTarget.open)}>
        <summary>{words.script()}</summary>
        <p>{words.scriptIntro()}</p>
        {film.chapters.map(({ title }, chapter) => (
          <section key={title} aria-label={title} className={styles.script}>
            <h2>
              {chapter + 1}. {title}
            </h2>
            {film.beats
              .filter((timed) => timed.chapter === chapter)
              .map(({ beat, start }) => (
                <p key={start}>
                  <Sentences
                    sentences={resolve(beat, subject).sentences}
                    onOpen={(step) => openValue(step)}
                  />
                </p>
              ))}
          </section>
        ))}
      </details>
      <details>
        <summary>{words.keysTitle()}</summary>
        <p>{words.keys()}</p>
      </details>
    </div>
  );
}

import { type RefObject, useEffect, useRef, useState } from 'react';
import { LateSaveImage } from '@/components/controls/LateSaveImage';
import { formatBytes } from '@/lib/format/bytes';
import { formatPercent } from '@/lib/format/format';
import type { Film } from '@/lib/provenance/film/at-time';
import type { FilmSubject } from '@/lib/provenance/film/resolve';
import { fetchPart } from '@/lib/site/fetch-part';
import { saveFile } from '@/lib/site/save-file';
import { learner } from '@/lib/store/learner/learner';
import words from '@/words/film-video';
import type { Clock } from '../clock';
import { lookOf } from '../drawing/look';
import styles from '../Film.module.css';

interface Props {
  readonly clock: Clock;
  readonly film: Film;
  readonly subject: FilmSubject;
  /** The film's drawing, whose colours the video has. */
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

const WHOLE = -1;

/** Saves the film, or a chapter of it, as a video file, or the drawing at hand as an image. What draws and encodes it is fetched when it is asked for. */
export function SaveVideo({ clock, film, subject, canvas }: Props) {
  const [chapter, setChapter] = useState(WHOLE);
  const [message, setMessage] = useState('');
  const [running, setRunning] = useState<AbortController | null>(null);
  const latest = useRef(subject);
  useEffect(() => {
    latest.current = subject;
  }, [subject]);
  useEffect(() => () => running?.abort(), [running]);

  const save = async () => {
    if (!canvas.current) return;
    const look = lookOf(canvas.current);
    const stop = new AbortController();
    setRunning(stop);
    setMessage(words.loading());
    clock.pause();
    const { time } = clock.store.getState();
    const part = film.chapters[chapter] ?? { start: 0, seconds: film.seconds };
    const loaded = await fetchPart(() => import('./record'));
    const made = loaded.ok
      ? await loaded.value.record({
          ...{ film, clock, look, from: part.start, to: part.start + part.seconds },
          subject: () => latest.current,
          asked: () => learner.getState().epoch,
          onProgress: (now) =>
            setMessage(words.progress({ percent: formatPercent((now - part.start) / part.seconds) })),
          signal: stop.signal,
        })
      : loaded;
    setRunning(null);
    clock.seek(time);
    if (!made.ok) setMessage(made.problem.sentence);
    else if (!made.value) setMessage(words.stopped());
    else {
      const { file, ending } = made.value;
      const name = `film${chapter === WHOLE ? '' : `-${chapter + 1}`}.${ending}`;
      saveFile(name, file);
      setMessage(words.saved({ name, size: formatBytes(file.size) }));
    }
  };
  return (
    <details className={styles.save}>
      <summary>{words.title()}</summary>
      <p>{words.intro()}</p>
      <div className={styles.tools}>
        <label className={styles.setting}>
          {words.what()}
          <select
            value={chapter}
            disabled={running !== null}
            onChange={({ target }) => setChapter(Number(target.value))}
          >
            <option value={WHOLE}>{words.whole({ minutes: Math.round(film.seconds / 60) })}</option>
            {film.chapters.map(({ title }, at) => (
              <option key={title} value={at}>
                {words.chapter({ chapter: at + 1, title })}
              </option>
            ))}
          </select>
        </label>
        {running ? (
          <button type="button" className="button-quiet" onClick={() => running.abort()}>
            {words.cancel()}
          </button>
        ) : (
          <button type="button" className="button-quiet" onClick={save}>
            {words.save()}
          </button>
        )}
        <span role="status">{message}</span>
      </div>
      <p>{words.drawing()}</p>
      <LateSaveImage of={canvas} />
    </details>
  );
}

import type { CSSProperties } from 'react';
import { type Film, momentAt, secondAt } from '@/lib/provenance/film/at-time';
import words from '@/words/film';
import { type Clock, SPEEDS } from './clock';
import styles from './Film.module.css';
import { useClockState } from './use-clock';

interface Props {
  readonly clock: Clock;
  readonly film: Film;
  readonly voice: boolean;
  onVoice(on: boolean): void;
  onToggle(): void;
}

const clockWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** Where the film is, its chapters, and everything that moves it. */
export function FilmBar({ clock, film, voice, onVoice, onToggle }: Props) {
  const second = useClockState(clock, ({ time }) => secondAt(film, time));
  const playing = useClockState(clock, (state) => state.playing);
  const speed = useClockState(clock, (state) => state.speed);
  const over = useClockState(clock, ({ time }) => time >= film.seconds);
  const { chapter } = momentAt(film, second);
  const position = words.time({
    minutes: Math.floor(second / 60),
    seconds: second % 60,
    chapter: chapter + 1,
    title: film.chapters[chapter].title,
  });
  const begun = over ? words.again() : second > 0 ? words.goOn() : words.play();
  return (
    <div className={styles.bar}>
      <input
        type="range"
        className={styles.range}
        min={0}
        max={Math.ceil(film.seconds)}
        step={1}
        value={second}
        aria-label={words.position()}
        aria-valuetext={position}
        onChange={({ target }) => clock.seek(Number(target.value))}
      />
      <Chapters clock={clock} film={film} present={chapter} />
      <div className={styles.tools}>
        <button type="button" className={`button ${styles.play}`} onClick={onToggle}>
          {playing ? words.pause() : begun}
        </button>
        <button type="button" className="button-quiet" onClick={() => clock.step('beats', -1)}>
          {words.previous()}
        </button>
        <button type="button" className="button-quiet" disabled={over} onClick={() => clock.step('beats', 1)}>
          {words.next()}
        </button>
        <span className={`number ${styles.time}`} aria-hidden="true">
          {clockWords(second)} / {clockWords(film.seconds)}
        </span>
        <span className={styles.settings}>
          <label className={styles.setting}>
            {words.speed()}
            <select value={speed} onChange={({ target }) => clock.setSpeed(Number(target.value))}>
              {SPEEDS.map((one) => (
                <option key={one} value={one}>
                  {words.timesSpeed({ speed: one })}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.setting}>
            <input type="checkbox" checked={voice} onChange={({ target }) => onVoice(target.checked)} />
            {words.voice()}
          </label>
        </span>
      </div>
    </div>
  );
}

/** The chapters as parts of the bar, each as long as it takes. */
function Chapters({ clock, film, present }: Pick<Props, 'clock' | 'film'> & { readonly present: number }) {
  return (
    <ol className={styles.chapters} aria-label={words.chapters()}>
      {film.chapters.map(({ title, start, seconds }, at) => (
        <li key={title} style={{ '--seconds': seconds } as CSSProperties}>
          <button
            type="button"
            aria-current={at === present ? 'step' : undefined}
            data-past={at < present}
            onClick={() => clock.seek(start)}
          >
            <span className="number">{at + 1}</span> <span className={styles.chapter}>{title}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

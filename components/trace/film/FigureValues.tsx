import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';
import { useStepWords } from '@/components/trace/space/Announcement';
import { openValue } from '@/components/values/opening';
import type { Resolved } from '@/lib/provenance/film/resolve';
import words from '@/words/film';
import { areaOf, firstSpot, type Grid, movedSpot, type Spot, spotAt, stepOf } from './drawing/grids';
import styles from './Film.module.css';

interface Props {
  /** The values that are drawn at the moment. */
  readonly grids: RefObject<readonly Grid[]>;
  /** The beat at hand, and the value that it follows. */
  readonly shown: Resolved;
  /** A value is about to be looked at. */
  onAsk(): void;
}

/** Every value of the drawing can be opened: by a click, and by keys, which go from one to the next. */
export function FigureValues({ grids, shown, onAsk }: Props) {
  const [of, setOf] = useState(shown);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [over, setOver] = useState(false);
  const [announcement, setAnnouncement] = useState('');
  const wordsOf = useStepWords();
  if (of !== shown) {
    // The next drawing has other values there.
    setOf(shown);
    setSpot(null);
  }
  const under = ({ currentTarget, clientX, clientY }: PointerEvent | React.MouseEvent): Spot | null => {
    const box = currentTarget.getBoundingClientRect();
    return spotAt(grids.current, clientX - box.left, clientY - box.top);
  };
  const turnTo = (to: Spot | null) => {
    const step = to && stepOf(grids.current, to);
    setSpot(to);
    setAnnouncement(step ? wordsOf(step) : '');
  };
  // What was turned to may have left the drawing since.
  const present = (): Spot | null =>
    spot && stepOf(grids.current, spot) ? spot : firstSpot(grids.current, shown.step);
  const open = (at: Spot | null) => {
    const step = at && stepOf(grids.current, at);
    if (step) openValue(step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const from = present();
    const opens = event.key === 'Enter';
    const to = from && movedSpot(grids.current, from, event.key);
    if (!opens && !to) return;
    onAsk();
    turnTo(to ?? from);
    if (opens) open(from);
    event.preventDefault();
    event.stopPropagation();
  };
  const box = spot && areaOf(grids.current, spot);
  return (
    <div
      className={styles.values}
      role="application"
      aria-roledescription={words.valuesRole()}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keyboard input
      tabIndex={0}
      aria-label={words.valuesLabel()}
      data-over={over}
      // The space bar and K play the film from here too.
      data-film-keys
      onKeyDown={onKeyDown}
      onFocus={() => turnTo(present())}
      // Whoever points with the mouse keeps the film's keys.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        const at = under(event);
        setSpot(at);
        open(at);
      }}
      onPointerMove={(event) => setOver(event.pointerType !== 'touch' && under(event) !== null)}
      onPointerLeave={() => setOver(false)}
    >
      {box && (
        <span
          className={styles.cursor}
          style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
          aria-hidden="true"
        />
      )}
      <span className="visually-hidden" aria-live="polite">
        {announcement}
      </span>
    </div>
  );
}

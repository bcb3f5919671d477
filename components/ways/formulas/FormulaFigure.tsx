'use client';

import { type CSSProperties, type ReactNode, useMemo, useState } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import type { Part, Reading } from '@/lib/formulas/reading';
import words from '@/words/formulas';
import styles from './Formula.module.css';
import { FormulaContext } from './formula-context';
import { PartView } from './PartView';

interface Props {
  /** Labels the figure: "Convolution". */
  readonly title: string;
  readonly reading: Reading | null;
  /** Why there is nothing to show; displayed in its place. */
  readonly waiting: ReactNode;
  /** Whether it is computed on request, so that its arrival is announced. */
  readonly announced?: boolean;
  /** The height of the numbers on a desktop and on a phone, in rem, which is reserved for them. */
  readonly room?: readonly [desk: number, phone: number];
  /** The choice of a class or layer; or a button that starts the computation. */
  readonly controls?: ReactNode;
  /** The formula and its symbols. */
  readonly children: ReactNode;
}

/** A formula with its symbols, and beside it the numbers of the live network that they stand for. */
export function FormulaFigure({ title, reading, waiting, announced, room, controls, children }: Props) {
  const [pointed, setPointed] = useState<string | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const lit = pointed ?? kept;
  const view = useMemo(
    () => ({
      reading,
      lit,
      kept,
      point: setPointed,
      keep: (symbol: string) => setKept((now) => (now === symbol ? null : symbol)),
    }),
    [reading, lit, kept],
  );
  return (
    <FormulaContext value={view}>
      <figure className={styles.figure} aria-label={words.figure({ title })}>
        {children}
        <div className={styles.side} style={roomStyle(room)}>
          {controls && <div className={styles.controls}>{controls}</div>}
          <p className={styles.about} role={announced ? 'status' : undefined}>
            {reading?.about ?? waiting}
          </p>
          <div className={styles.parts}>
            {reading &&
              grouped(reading.parts).map((group) => (
                <div key={group[0].title} className={styles.group}>
                  {group.map((part) => (
                    <PartView key={`${part.symbol} ${part.title}`} part={part} parts={reading.parts} />
                  ))}
                </div>
              ))}
          </div>
          {reading && <SaveImage />}
        </div>
      </figure>
    </FormulaContext>
  );
}

const roomStyle = (room: Props['room']) =>
  room && ({ '--room': `${room[0]}rem`, '--room-phone': `${room[1]}rem` } as CSSProperties);

/** The parts that are side by side; a part without a group is alone. */
function grouped(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && part.group !== undefined && last[0].group === part.group) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

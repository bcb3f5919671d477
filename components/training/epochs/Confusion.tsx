'use client';

import { useId, useMemo } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { cellColours } from '@/lib/format/dark-colours';
import { formatPercent } from '@/lib/format/format';
import { type ConfusionCounts, recallOf, worstMistake } from '@/lib/run/confusion';
import words from '@/words/epoch-detail';
import styles from './Detail.module.css';

/** A cell of the matrix: images of one class with one prediction. */
export interface Cell {
  readonly right: number;
  readonly answered: number;
}

/** "3 cat answered as dog". `names`: of the classes. */
export const cellWords = ({ right, answered }: Cell, count: number, names: readonly string[]): string =>
  words.answeredAs({
    count,
    shown: names[right],
    answered: names[answered],
  });

interface Props {
  readonly counts: ConfusionCounts;
  readonly caption: string;
  /** By default those of the images that the network comes with. */
  readonly classes?: readonly string[];
  readonly chosen?: Cell | null;
  /** Absent where the images behind the counts are not there. */
  onChoose?(cell: Cell): void;
}

/** The predictions for the images of each class, as a table whose cells can be opened where there are images. */
export function Confusion({ counts, caption, chosen, onChoose, ...of }: Props) {
  const own = useDataSet().classes;
  const classes = of.classes ?? own;
  const names = classes.map(useClassWord());
  const most = useMemo(() => Math.max(...counts.flat()), [counts]);
  const heading = useId();
  const range = { kind: 'sequential', low: 0, high: most } as const;
  return (
    <figure aria-label={words.shownAnswered()}>
      <p id={heading}>
        {caption} {mistakeWords(counts, names)}
      </p>
      <ScrollBox labelledBy={heading} className={styles.cells}>
        <table className={styles.confusion} aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{words.shownAnswered()}</th>
              {classes.map((name, at) => (
                <th key={name} scope="col">
                  <span>{names[at]}</span>
                </th>
              ))}
              <th scope="col">{words.right()}</th>
            </tr>
          </thead>
          <tbody>
            {classes.map((name, right) => (
              <tr key={name}>
                <th scope="row">{names[right]}</th>
                {classes.map((other, answered) => {
                  const count = counts[right][answered];
                  const colours = cellColours(range, count);
                  const open = chosen?.right === right && chosen.answered === answered;
                  return (
                    <td key={other} data-own={right === answered}>
                      {count > 0 && onChoose ? (
                        <button
                          type="button"
                          aria-pressed={open}
                          aria-label={cellWords({ right, answered }, count, names)}
                          style={colours}
                          onClick={() => onChoose({ right, answered })}
                        >
                          {count}
                        </button>
                      ) : (
                        <span className={styles.none} style={count > 0 ? colours : undefined}>
                          {count}
                        </span>
                      )}
                    </td>
                  );
                })}
                <td className="number">{shareWords(recallOf(counts, right))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <SaveImage />
    </figure>
  );
}

/** A class of which there is no image has no share. */
const shareWords = (share: number): string => (Number.isNaN(share) ? words.none() : formatPercent(share));

function mistakeWords(counts: ConfusionCounts, names: readonly string[]): string {
  const worst = worstMistake(counts);
  if (!worst) return words.nothingMistaken();
  return words.mistake({
    shown: names[worst.right],
    answered: names[worst.answered],
    times: worst.count,
  });
}

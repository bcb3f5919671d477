'use client';

import { useMemo } from 'react';
import { usePipeline } from '@/components/state/hooks';
import { type Cell, Confusion, cellWords } from '@/components/training/epochs/Confusion';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import type { Group } from '@/lib/data/sets/look/findings';
import { formatCount } from '@/lib/format/format';
import { countsOf } from '@/lib/run/confusion';
import { placesByAnswer } from '@/lib/store/explore/answers';
import words from '@/words/data-look';
import type { Answers } from './use-answers';

interface Props {
  readonly set: EditedSet;
  readonly answers: Answers;
  onShow(what: string, places: Group, right: boolean): void;
}

/** What the shown network predicts for the images of each class of a set, as a matrix whose cells show their images on the wall. */
export function AnswersMatrix({ set, answers, onShow }: Props) {
  const { classes } = usePipeline().architecture;
  const { units, predicted, network, nameOf } = answers;
  const { labels, there } = set;
  const cells = useMemo(
    () => predicted && units && placesByAnswer({ labels, there }, units, predicted, classes.length),
    [labels, there, units, predicted, classes],
  );
  const counts = useMemo(() => cells && countsOf(cells), [cells]);
  if (!cells || !counts) return null;
  const names = classes.map((_, unit) => nameOf(unit));
  const open = (cell: Cell) => {
    const places = cells[cell.right][cell.answered];
    onShow(cellWords(cell, places.length, names), places, cell.right === cell.answered);
  };
  const count = counts.flat().reduce((sum, images) => sum + images, 0);
  return (
    <Confusion
      classes={classes}
      counts={counts}
      caption={words.matrix({ name: network, count: formatCount(count) })}
      onChoose={open}
    />
  );
}

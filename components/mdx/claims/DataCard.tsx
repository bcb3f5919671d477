import { Fragment } from 'react';
import { ScrollBox } from '@/components/site/ScrollBox';
import { RECORDED } from '@/lib/course/claims/recorded';
import { classWord } from '@/lib/course/class-names';
import { CLASSES } from '@/lib/course/reference';
import type { Originals } from '@/lib/data/sets/labelled-set';
import { formatCount } from '@/lib/format/format';
import words from '@/words/claims';
import styles from './Claims.module.css';

const { training, heldOut, test } = RECORDED.sets;

/** How many drawings the images show, by split: the last row of the card. */
export const ORIGINALS: Originals = {
  training: training.originals,
  validation: heldOut.originals,
  test: test.originals,
};

/** The course's images and the drawings behind them, class by class. */
export function DataCard() {
  const rows = [
    ...CLASSES.map((name, label) => ({
      name: classWord(name),
      cells: [training, heldOut, test].map(({ classes }) => classes[label]),
    })),
    { name: words.all(), cells: [training, heldOut, test] },
  ];
  return (
    <ScrollBox className={styles.card} label={words.cardCaption()}>
      <table>
        <caption>{words.cardCaption()}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.className()}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.training()}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.validation()}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.test()}
            </th>
          </tr>
          <tr>
            {['training', 'validation', 'test'].map((set) => (
              <Fragment key={set}>
                <th scope="col">{words.imagesColumn()}</th>
                <th scope="col">{words.drawingsColumn()}</th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.flatMap(({ images, originals }, set) => [
                // biome-ignore lint/suspicious/noArrayIndexKey: the sets keep their order
                <td key={`${set} images`} className="number">
                  {formatCount(images)}
                </td>,
                // biome-ignore lint/suspicious/noArrayIndexKey: the sets keep their order
                <td key={`${set} originals`} className="number">
                  {formatCount(originals)}
                </td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

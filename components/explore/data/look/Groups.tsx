'use client';

import { useState } from 'react';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import type { Group } from '@/lib/data/sets/look/findings';
import { MOST_BITS } from '@/lib/data/sets/look/hashes';
import type { Survey } from '@/lib/data/sets/look/survey';
import { formatCount } from '@/lib/format/format';
import words from '@/words/data-look';
import page from '@/words/data-page';
import styles from '../Data.module.css';
import { Thumbs } from './Thumbs';

const AT_ONCE = 10;
const MOST_IMAGES = 8;

interface Props {
  readonly set: EditedSet;
  readonly survey: Survey;
  readonly groups: readonly Group[];
  onShow(group: Group): void;
}

/** The groups of images that are the same or look alike, each with its images, their classes and splits. */
export function Groups({ set, survey, groups, onShow }: Props) {
  const [most, setMost] = useState(AT_ONCE);
  if (groups.length === 0) return null;
  const about = (at: number) =>
    `${set.classes[set.labels[at]]} (${page[SPLITS[set.splits[at]] ?? 'training']()})`;
  return (
    <details className={styles.details}>
      <summary>{words.groups({ count: formatCount(groups.length) })}</summary>
      <p className="label">{words.groupsHow({ bits: MOST_BITS })}</p>
      <ul className={styles.groups}>
        {groups.slice(0, most).map((group) => {
          const isExact = group.every((at) => survey.sameAs[at] === survey.sameAs[group[0]]);
          const first = group.slice(0, MOST_IMAGES);
          const images = first.map(about).join(', ');
          const what = words.groupOf({
            count: formatCount(group.length),
            kind: isExact ? words.exact() : words.alikeGroup(),
            images:
              group.length > first.length
                ? words.more({ names: images, count: group.length - first.length })
                : images,
          });
          return (
            <li key={group[0]}>
              <Thumbs set={set} places={group} most={MOST_IMAGES} />
              <span className="label">{what}</span>
              <button
                type="button"
                className="button-quiet"
                aria-label={words.showTheseOf({ what })}
                onClick={() => onShow(group)}
              >
                {words.showThese()}
              </button>
            </li>
          );
        })}
      </ul>
      {groups.length > most && (
        <button type="button" className="button-quiet" onClick={() => setMost(most + AT_ONCE)}>
          {words.moreGroups({ count: formatCount(Math.min(AT_ONCE, groups.length - most)) })}
        </button>
      )}
    </details>
  );
}

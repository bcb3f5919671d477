import { lazy, Suspense } from 'react';
import { again } from '@/components/parts/again';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { type Sample, thumbnailOf } from '@/lib/data/samples';
import words from '@/words/images';
import { ImageChoice } from './ImageChoice';
import styles from './Images.module.css';

/** Only for images that the browser stores. */
const StoredThumb = lazy(again(() => import('./StoredThumb').then((module) => module.default)));

interface Props {
  /** Null while they are loading: the frames keep their place. */
  readonly samples: readonly Sample[] | null;
  readonly selected: string | null;
  readonly onChoose: (id: string) => void;
  /** Chooses other samples. */
  readonly onShuffle: () => void;
}

const ARTISTS = [
  { legend: words.learned(), holds: ({ heldOut }: Sample) => !heldOut },
  { legend: words.unseen(), holds: ({ heldOut }: Sample) => heldOut },
];
const ALL = [{ legend: words.samples(), holds: () => true }];

/**
 * The samples in two groups: by artists of the training images, and by the artist whom the network has never
 * seen.
 */
export function SampleGrid({ samples, selected, onChoose, onShuffle }: Props) {
  const classWord = useClassWord();
  const { classes, shape, samples: files } = useDataSet();
  // Only a set's own samples are by artists that it learns from, or does not.
  const groups = files.form === 'bytes' ? ARTISTS : ALL;
  return (
    <>
      {groups.map(({ legend, holds }) => (
        <fieldset key={legend} className={styles.group} aria-busy={samples === null}>
          <legend className="label">{legend}</legend>
          <div className={styles.grid}>
            {samples === null && classes.map((label) => <Frame key={label} caption={classWord(label)} />)}
            {samples?.filter(holds).map(({ id, label, artist }) => (
              <ImageChoice
                key={id}
                id={id}
                caption={classWord(label)}
                detail={artist && words.drawnIn({ artist })}
                checked={selected === id}
                onChoose={onChoose}
              >
                {files.form === 'stored' ? (
                  <Suspense>
                    <StoredThumb id={id} />
                  </Suspense>
                ) : (
                  /* biome-ignore lint/performance/noImgElement: a static export has no image server, and these are as small as the network sees them */
                  <img
                    src={thumbnailOf(id, files)}
                    alt=""
                    width={shape[1]}
                    height={shape[0]}
                    loading="lazy"
                    className="pixels"
                  />
                )}
              </ImageChoice>
            ))}
          </div>
        </fieldset>
      ))}
      <p className={styles.shuffle}>
        <button type="button" className="button-text" onClick={onShuffle}>
          {words.shuffle()}
        </button>
      </p>
    </>
  );
}

const Frame = ({ caption }: { caption: string }) => (
  <span className={styles.choice} aria-hidden="true">
    <span className={styles.thumb} />
    <span className={styles.caption}>{caption}</span>
  </span>
);

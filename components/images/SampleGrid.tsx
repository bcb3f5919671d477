import { lazy, Suspense } from 'react';
import { again } from '@/components/parts/again';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { type Sample, thumbnailOf } from '@/lib/data/samples/sample';
import type { DataSet } from '@/lib/network/subject';
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
  /** False where only the group with the selected sample is shown. */
  readonly whole: boolean;
}

interface Group {
  readonly legend: string;
  readonly holds: (sample: Sample) => boolean;
}

const ARTISTS: readonly Group[] = [
  { legend: words.learned(), holds: ({ heldOut, photograph }) => !(heldOut || photograph) },
  { legend: words.unseen(), holds: ({ heldOut, photograph }) => heldOut && !photograph },
];
const ALL: readonly Group[] = [{ legend: words.samples(), holds: ({ photograph }) => !photograph }];
const PHOTOGRAPHS: Group = { legend: words.photographs(), holds: ({ photograph }) => photograph === true };

/** The photographs come first where a visit begins with one of them. */
function groupsOf(
  samples: readonly Sample[] | null,
  { samples: { form }, first }: DataSet,
): readonly Group[] {
  // Only a set's own samples are by artists that it learns from, or does not.
  const drawings = form === 'bytes' ? ARTISTS : ALL;
  // Photographs follow those: their place is kept while the list is loading.
  if (samples === null && form === 'bytes') return [...ARTISTS, PHOTOGRAPHS];
  if (!samples?.some(PHOTOGRAPHS.holds)) return drawings;
  const leading = samples.find(({ id }) => id === first.id)?.photograph;
  return leading ? [PHOTOGRAPHS, ...drawings] : [...drawings, PHOTOGRAPHS];
}

const detailOf = ({ artist, photograph }: Sample): string =>
  artist && (photograph ? words.photographedBy({ artist }) : words.drawnIn({ artist }));

/** The group that holds the selected sample; without one, that of the artists whom the network has never seen. */
const groupAt = (groups: readonly Group[], selected: Sample | undefined): Group =>
  groups.find(({ holds }) => selected && holds(selected)) ??
  groups.find(({ legend }) => legend === words.unseen()) ??
  groups[0];

/**
 * The samples in groups: by artists of the training images, by artists whom the network has never seen, and
 * photographs.
 */
export function SampleGrid({ samples, selected, onChoose, whole }: Props) {
  const classWord = useClassWord();
  const dataSet = useDataSet();
  const { classes, shape, samples: files } = dataSet;
  const all = groupsOf(samples, dataSet);
  const groups = whole
    ? all
    : [
        groupAt(
          all,
          samples?.find(({ id }) => id === selected),
        ),
      ];
  return (
    <>
      {groups.map(({ legend, holds }) => (
        <fieldset key={legend} className={styles.group} aria-busy={samples === null}>
          <legend className={whole ? 'label' : 'visually-hidden'}>{legend}</legend>
          <div className={styles.grid}>
            {samples === null && classes.map((label) => <Frame key={label} caption={classWord(label)} />)}
            {samples?.filter(holds).map((sample) => (
              <ImageChoice
                key={sample.id}
                id={sample.id}
                caption={classWord(sample.label)}
                detail={detailOf(sample)}
                checked={selected === sample.id}
                onChoose={onChoose}
              >
                {files.form === 'stored' ? (
                  <Suspense>
                    <StoredThumb id={sample.id} />
                  </Suspense>
                ) : (
                  /* biome-ignore lint/performance/noImgElement: a static export has no image server, and these are as small as the network sees them */
                  <img
                    src={thumbnailOf(sample.id, files)}
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
    </>
  );
}

const Frame = ({ caption }: { caption: string }) => (
  <span className={styles.choice} aria-hidden="true">
    <span className={styles.thumb} />
    <span className={styles.caption}>{caption}</span>
  </span>
);

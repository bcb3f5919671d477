'use client';

import { PixelThumb } from '@/components/images/PixelThumb';
import { number, Rich } from '@/components/site/Rich';
import {
  useClassWord,
  useDataSet,
  useImage,
  useLearner,
  usePipeline,
  useTrace,
} from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { ONLY_DRAWINGS, useOnlyDrawings } from '@/components/state/use-only-drawings';
import type { InputImage } from '@/lib/data/input-image';
import { formatPercent } from '@/lib/format/format';
import { classesWithArticle } from '@/lib/network/class-words';
import words from '@/words/home';
import { answerOf, type TopAnswers } from './answer';
import styles from './Home.module.css';

/** The chosen image and the network's prediction. */
export function Answer() {
  const image = useImage();
  const trace = useTrace();
  const classes = usePipeline().architecture.classes;
  const epoch = useLearner((state) => state.epoch);
  const answer = answerOf(trace, classes);
  const only = useOnlyDrawings();
  return (
    <div className={styles.answer}>
      <PixelThumb pixels={image?.pixels ?? null} className={styles.image} />
      <div>
        <p role="status">
          {answer ? <Words {...{ answer, image, epoch }} /> : <Pending>{words.loading()}</Pending>}
        </p>
        {/* Where there is one column the notice stands below all images. */}
        {only && (
          <a href={`#${ONLY_DRAWINGS}`} className={`link-alone ${styles.caveat}`}>
            {words.caveat()}
          </a>
        )}
      </div>
    </div>
  );
}

/** What the image is called: a sample may show none of the network's classes. */
const labelOf = (image: InputImage | null): string => {
  if (!image) return 'first';
  return image.label ?? (image.kind === 'sample' ? 'sample' : 'none');
};

interface WordsProps {
  readonly answer: TopAnswers;
  readonly image: InputImage | null;
  /** The recorded epoch that is shown. */
  readonly epoch: number | null;
}

function Words({ answer, image, epoch }: WordsProps) {
  const classWord = useClassWord();
  const { names } = useDataSet();
  const { first, second, trained } = answer;
  const what = words.thisImage({ label: labelOf(image) });
  const who = !trained ? 'untrained' : epoch === null ? 'now' : 'epoch';
  const text = words.answer({
    who,
    what,
    epoch: epoch ?? 0,
    share: formatPercent(first.probability),
    second: classWord(second.name),
    secondShare: formatPercent(second.probability),
  });
  return (
    <Rich
      text={text}
      tags={{ first: () => <strong>{classesWithArticle(names)(first.name)}</strong>, n: number }}
    />
  );
}

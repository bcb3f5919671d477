'use client';

import { PixelThumb } from '@/components/pictures/PixelThumb';
import { number, Rich } from '@/components/site/Rich';
import {
  useClassWord,
  useDataSet,
  useLearner,
  usePicture,
  usePipeline,
  useTrace,
} from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import type { Picture } from '@/lib/data/picture';
import { formatPercent } from '@/lib/format/format';
import { classesWithArticle } from '@/lib/network/class-words';
import words from '@/words/home';
import { answerOf, type TopAnswers } from './answer';
import styles from './Home.module.css';

/** The chosen image and what the network takes it for. */
export function Answer() {
  const picture = usePicture();
  const trace = useTrace();
  const classes = usePipeline().architecture.classes;
  const epoch = useLearner((state) => state.epoch);
  const answer = answerOf(trace, classes);
  return (
    <div className={styles.answer}>
      <PixelThumb pixels={picture?.pixels ?? null} className={styles.picture} />
      <p role="status">
        {answer ? <Words {...{ answer, picture, epoch }} /> : <Pending>{words.onItsWay()}</Pending>}
      </p>
    </div>
  );
}

interface WordsProps {
  readonly answer: TopAnswers;
  readonly picture: Picture | null;
  /** The epoch that one looks back at. */
  readonly epoch: number | null;
}

function Words({ answer, picture, epoch }: WordsProps) {
  const classWord = useClassWord();
  const { names } = useDataSet();
  const { first, second, trained } = answer;
  const what = words.thisPicture({ label: picture ? (picture.label ?? 'none') : 'first' });
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

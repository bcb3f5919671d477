import Link from 'next/link';
import { Answer } from '@/components/home/Answer';
import { Begin } from '@/components/home/Begin';
import styles from '@/components/home/Home.module.css';
import { HomeImages } from '@/components/home/HomeImages';
import { Lead } from '@/components/home/Lead';
import { OnlyDrawings } from '@/components/home/OnlyDrawings';
import { Walk } from '@/components/home/Walk';
import { Part } from '@/components/parts/Part';
import { nameOf } from '@/components/site/walk/names';
import { PipelineStrip } from '@/components/spine/PipelineStrip';
import { RecordedEpochs } from '@/components/time/EpochScrubber';
import { formatClaim, RECORDED } from '@/lib/course/claims/recorded';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { formatCount } from '@/lib/format/format';
import { WALK } from '@/lib/site/walk/pages';
import words from '@/words/home';
import parts from '@/words/parts';

export default function Home() {
  return (
    <div className={`wide ${styles.page}`}>
      <div className={styles.opening}>
        <h1>{words.title()}</h1>
        <Lead />
        <Part name={parts.images()}>
          <HomeImages />
        </Part>
        <Part name={parts.answer()}>
          <Answer />
          <OnlyDrawings
            ofPhotographs={{
              tried: formatCount(RECORDED.sets.photographs.images),
              right: formatClaim('photographsRight'),
              confidence: formatClaim('photographsConfidence'),
            }}
          />
        </Part>
        <div className={`button-row ${styles.choices}`}>
          <Link className="button" href="/film/" prefetch={false}>
            {words.film()}
          </Link>
          <Begin walk={WALK.filter((href) => href.startsWith('/stages/')).map(nameOf)} />
        </div>
      </div>
      <section aria-labelledby="glance" className={styles.glance}>
        <h2 id="glance" className="visually-hidden">
          {words.glance()}
        </h2>
        <Part name={parts.pipeline()}>
          <PipelineStrip />
        </Part>
        <Part name={parts.scrubber()}>
          <RecordedEpochs inside />
        </Part>
      </section>
      <Part name={parts.walk()}>
        <Walk questions={REFERENCE_FACTS.quizQuestions} />
      </Part>
    </div>
  );
}

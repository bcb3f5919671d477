import Link from 'next/link';
import { Answer } from '@/components/home/Answer';
import styles from '@/components/home/Home.module.css';
import { HomePictures } from '@/components/home/HomePictures';
import { Walk } from '@/components/home/Walk';
import { PipelineStrip } from '@/components/pipeline/PipelineStrip';
import { RecordedEpochs } from '@/components/time/EpochScrubber';
import { formatCount } from '@/lib/format/format';
import { referencePipeline } from '@/lib/pipeline/reference';

export default function Home() {
  const { stages, parameters } = referencePipeline;
  return (
    <div className={`wide ${styles.page}`}>
      <div className={styles.opening}>
        <h1>Follow a picture through a network, number by number</h1>
        <p className={styles.lead}>
          A small convolutional network with {formatCount(parameters)} weights runs in this page. Choose a
          picture and see what each of its {stages.length} stages makes of it.
        </p>
        <HomePictures />
        <Answer />
        <div className={styles.doors}>
          <Link className="button" href={`/stages/${stages[0].id}/`}>
            Begin the first lesson
          </Link>
          <Link className="button-quiet" href="/trace/">
            Step through the prediction
          </Link>
          <Link className="button-quiet" href="/train/">
            Train it yourself
          </Link>
        </div>
      </div>
      <section aria-labelledby="glance">
        <h2 id="glance" className="visually-hidden">
          The pipeline at a glance
        </h2>
        <RecordedEpochs inside />
        <PipelineStrip />
      </section>
      <Walk />
    </div>
  );
}

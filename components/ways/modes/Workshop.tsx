'use client';

import Link from 'next/link';
import { SaveImage } from '@/components/controls/SaveImage';
import { StageThumbnail } from '@/components/figures/StageThumbnail';
import { ChosenImage } from '@/components/images/ChosenImage';
import { STATIONS } from '@/components/kinds/sentences/stations';
import { usePipeline, useStageAddress, useTrace } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import words from '@/words/workshop';
import styles from './Workshop.module.css';

/** The stages of the network as the stations of a workshop, each with its values for the chosen image. */
export function Workshop() {
  const { stages } = usePipeline();
  const trace = useTrace();
  const addressOf = useStageAddress();
  return (
    <figure className={styles.workshop} aria-label={words.figure()}>
      <figcaption className={styles.caption}>
        <p>{words.onTables()}</p>
        <ChosenImage />
      </figcaption>
      <ol className={styles.stations}>
        {stages.map((stage) => (
          <li key={stage.id}>
            <StageThumbnail
              stage={stage}
              trace={trace?.stages.find((one) => one.stage === stage.id) ?? null}
              size={128}
            />
            <p>
              <b>{STATIONS[stage.layer.kind](stage, stage.number === stages.length)}</b>
              <br />
              <Link href={addressOf(stage.id)} prefetch={false}>
                {stage.title}
              </Link>{' '}
              <span className="number">{formatShape(stage.output)}</span>
            </p>
          </li>
        ))}
      </ol>
      <SaveImage />
    </figure>
  );
}

'use client';

import Link from 'next/link';
import { StageThumbnail } from '@/components/figures/StageThumbnail';
import { ChosenPicture } from '@/components/pictures/ChosenPicture';
import { useNetwork, useTrace } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import words from '@/words/workshop';
import styles from './Workshop.module.css';

/** What a stage is in the workshop of the text. */
function station({ layer, output, number }: Stage, last: number): string {
  switch (layer.kind) {
    case 'input':
      return words.arrives();
    case 'normalize':
      return words.bright();
    case 'conv2d':
      return words.stencils({ count: layer.filters });
    case 'maxPool':
      return words.sheets({ count: formatShape(output.slice(2)) });
    case 'flatten':
      return words.readOut();
    case 'dense':
      return number === last ? words.shares() : words.members({ count: layer.units });
  }
}

/** The stages of the network as the stations of a workshop, with what lies on them for the chosen picture. */
export function Workshop() {
  const { stages } = useNetwork((view) => view.pipeline);
  const trace = useTrace();
  return (
    <figure className={styles.workshop} aria-label={words.figure()}>
      <ChosenPicture />
      <ol className={styles.stations}>
        {stages.map((stage) => (
          <li key={stage.id}>
            <StageThumbnail
              stage={stage}
              trace={trace?.stages.find((one) => one.stage === stage.id) ?? null}
              size={128}
            />
            <p>
              <b>{station(stage, stages.length)}</b>
              <br />
              <Link href={`/stages/${stage.id}/`} prefetch={false}>
                {stage.title}
              </Link>{' '}
              <span className="number">{formatShape(stage.output)}</span>
            </p>
          </li>
        ))}
      </ol>
    </figure>
  );
}

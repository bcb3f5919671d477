'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ShareLink } from '@/components/site/share/ShareLink';
import { useEngine } from '@/components/state/hooks';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatDuration, formatPercent, formatShape } from '@/lib/format/format';
import { architectureHash } from '@/lib/interchange/architecture-link';
import type { Architecture } from '@/lib/network/architecture';
import type { CheckedDraft } from '@/lib/network/edit/check';
import { LARGEST_SIDE } from '@/lib/network/edit/draft';
import { USUAL_BATCH } from '@/lib/network/memory';
import { stepEstimate } from '@/lib/run/progress';
import { PRESETS } from '@/lib/shelf/presets';
import { turnToOpened } from '@/lib/store/session/turn-to-opened';
import { canTrain, hasCourseClasses } from '@/lib/store/subject/opened-subject';
import words from '@/words/build';
import styles from './Build.module.css';

interface Props {
  readonly architecture: Architecture;
  readonly checked: CheckedDraft;
  /** About the last action. */
  readonly message: string;
}

/** What the whole network costs, and what can be done with it. */
export function Summary({ architecture, checked, message }: Props) {
  const { fault, parameters, multiplyAdds, bytes, stages } = checked;
  // The first layer that can't process its input: it is not always the one that causes that.
  const unknown = architecture.layers.at(stages.length);
  const largest = stages.toSorted((a, b) => b.parameters - a.parameters)[0];
  return (
    <section aria-labelledby="summary" className={styles.summary}>
      <h2 id="summary">{words.summary()}</h2>
      <dl className={styles.totals}>
        <Total name={words.layerCount()} value={formatCount(architecture.layers.length)} />
        <Total
          name={words.parameters()}
          value={formatCount(parameters)}
          how={
            largest && largest.parameters > 0
              ? words.weightsHow({ share: formatPercent(largest.parameters / parameters), layer: largest.id })
              : ''
          }
        />
        <Total name={words.work()} value={formatCount(multiplyAdds)} />
        <Total
          name={words.memory()}
          value={formatBytes(bytes)}
          how={words.memoryHow({ batch: USUAL_BATCH })}
        />
        <Time network={checked} />
      </dl>
      <p role="status" className={styles.state} data-problem={fault !== null}>
        {fault ? fault.sentence : words.ready()} {unknown && words.partial({ layer: unknown.id })}{' '}
        {fault && <a href={`#layer-${fault.at}`}>{words.goTo()}</a>}
      </p>
      <Actions architecture={architecture} isSound={fault === null} />
      <p className={`status ${styles.message}`} role="status">
        {message}
      </p>
    </section>
  );
}

interface TotalProps {
  readonly name: string;
  readonly value: string;
  readonly how?: string;
}

const Total = ({ name, value, how = '' }: TotalProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <span className="number">{value}</span>
      {how && <span className={styles.how}>{how}</span>}
    </dd>
  </div>
);

/** The time of a training step, from the pace that the engine was measured at. */
function Time({ network }: { readonly network: CheckedDraft }) {
  const report = useEngine((view) => view.report);
  const probe = report?.probes.find(({ backend }) => backend === report.backend);
  const time = probe ? stepEstimate(probe, network, USUAL_BATCH) : null;
  // Of an input alone there is nothing to estimate.
  const known = time === null ? words.measuring() : `≈ ${formatDuration(time)}`;
  return (
    <Total
      name={words.time()}
      value={network.multiplyAdds === 0 ? words.unknown() : known}
      how={words.timeHow({ batch: USUAL_BATCH })}
    />
  );
}

/** Whether there are images here to train a network on that has no error, or why there are none. */
function trainingWords(architecture: Architecture): string {
  const { input } = architecture;
  if (!hasCourseClasses(architecture)) return words.noTraining();
  if (!canTrain(architecture)) return words.noTrainingSize({ most: LARGEST_SIDE });
  return input.join() === PRESETS.reference.input.join()
    ? words.trains()
    : words.trainsScaled({ shape: formatShape(input) });
}

/** The network on every page, in training, or as a link. */
function Actions({
  architecture,
  isSound,
}: {
  readonly architecture: Architecture;
  readonly isSound: boolean;
}) {
  const router = useRouter();
  const [opening, setOpening] = useState(false);
  const trains = canTrain(architecture);
  const isUsable = isSound && architecture.name.trim() !== '' && !opening;
  async function open(page: string) {
    setOpening(true);
    await turnToOpened(
      { architecture: { ...architecture, name: architecture.name.trim() }, weights: null },
      null,
    );
    router.push(page);
  }
  return (
    <>
      <p className={styles.trains}>{isSound && trainingWords(architecture)}</p>
      <div className={styles.actions}>
        <button
          type="button"
          className="button"
          aria-disabled={!isUsable}
          onClick={() => isUsable && void open('/trace/')}
        >
          {opening ? words.opening() : words.open()}
        </button>
        {trains && (
          <button
            type="button"
            className="button-quiet"
            aria-disabled={!isUsable}
            onClick={() => isUsable && void open('/train/')}
          >
            {words.train()}
          </button>
        )}
        <ShareLink of={architecture} words={words} hash={() => architectureHash(architecture)} />
      </div>
      <p className={styles.how}>{words.saved()}</p>
    </>
  );
}

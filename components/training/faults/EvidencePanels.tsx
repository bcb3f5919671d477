import { useMemo } from 'react';
import type { Evidence } from '@/lib/challenges/faults/evidence';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { must } from '@/lib/result';
import words from '@/words/faults';
import { EpochDetail } from '../epochs/EpochDetail';
import { ChartNotes, LiveCharts } from '../train/LiveCharts';
import { MapTiles } from '../train/network/MapTiles';
import styles from './Faults.module.css';

const CHANNELS = [0, 1, 2, 3, 4, 5];

interface Props {
  readonly evidence: Evidence;
  /** The stages whose maps are shown, by their ids. */
  readonly lookedAt: readonly string[];
  /** Whether the curves stand here too, or already elsewhere on the page. */
  readonly hasCurves?: boolean;
}

/** The curves of a run. */
export function EvidenceCharts({ evidence: { log, batches } }: Pick<Props, 'evidence'>) {
  const last = log.epochs[log.epochs.length - 1].epoch;
  return <LiveCharts view={{ epochs: log.epochs, batches, parent: null }} epochs={Math.max(1, last)} />;
}

/** The evidence of a run: curves or how to read them, maps, predictions, classes, norms. */
export function EvidencePanels({ evidence, lookedAt, hasCurves = true }: Props) {
  const { log, batches, stages } = evidence;
  const pipeline = useMemo(() => must(buildPipeline(log.architecture)), [log.architecture]);
  const last = log.epochs[log.epochs.length - 1].epoch;
  const run = { epochs: log.epochs, batches, parent: null };
  return (
    <div className={styles.evidence}>
      <section aria-label={hasCurves ? words.curves() : words.readCurves()}>
        {last < log.settings.epochs && <p>{words.failedAfter({ epoch: last })}</p>}
        {hasCurves && <EvidenceCharts evidence={evidence} />}
        <ChartNotes view={run} epochs={Math.max(1, last)} />
      </section>
      <section aria-labelledby="maps">
        <h2 id="maps">{words.maps()}</h2>
        <div className={styles.maps}>
          {pipeline.stages
            .filter(({ id }) => lookedAt.includes(id))
            .map((stage) => (
              <div key={stage.id}>
                <h3>{stage.id}</h3>
                <MapTiles
                  stage={stage}
                  now={stages.find(({ stage: id }) => id === stage.id) ?? null}
                  start={null}
                  moment="now"
                  channels={CHANNELS.slice(0, stage.output[2])}
                  leastZoom={1}
                />
              </div>
            ))}
        </div>
      </section>
      <EpochDetail run={{ name: 'own', title: '', ...log }} epoch={last} />
    </div>
  );
}

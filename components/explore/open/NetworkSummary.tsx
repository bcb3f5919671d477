import { formatCount, formatShape } from '@/lib/format/format';
import type { OpenedNetwork } from '@/lib/interchange/opened';
import { buildPipeline } from '@/lib/network/build-pipeline';
import words from '@/words/open-network';
import styles from './Open.module.css';

interface Props {
  /** What it was found in. */
  readonly file: string;
  readonly network: OpenedNetwork;
}

/** What a file's network is, and what was added to it or left out. */
export function NetworkSummary({ file, network }: Props) {
  const { architecture, addsSoftmax, leavesOut } = network;
  const { layers, classes, input } = architecture;
  const pipeline = buildPipeline(architecture);
  return (
    <>
      <p className={styles.found}>
        {words.foundIn({ file })}.{' '}
        {words.summary({
          layers: formatCount(layers.length),
          weights: formatCount(pipeline.ok ? pipeline.value.parameters : 0),
          classes: formatCount(classes.length),
          shape: formatShape(input),
        })}
      </p>
      {addsSoftmax && <p>{words.addsSoftmax()}</p>}
      {leavesOut.length > 0 && <p>{words.leavesOut({ list: [...new Set(leavesOut)].join(', ') })}</p>}
    </>
  );
}

'use client';

import { sum } from 'd3-array';
import { ScrollBox } from '@/components/site/ScrollBox';
import { usePipeline } from '@/components/state/hooks';
import { formatCount, formatPercent } from '@/lib/format/format';
import type { LayerKind } from '@/lib/kinds/types';
import words from '@/words/insight';
import styles from './Insight.module.css';

const JOBS: readonly { readonly kind: LayerKind; readonly name: string; readonly job: string }[] = [
  { kind: 'conv2d', name: words.conv(), job: words.convJob() },
  { kind: 'maxPool', name: words.pool(), job: words.poolJob() },
  { kind: 'dense', name: words.dense(), job: words.denseJob() },
];

/** The three kinds of layers that do the work, with what each costs. */
export function Jobs() {
  const pipeline = usePipeline();
  return (
    <ScrollBox label={words.layers()}>
      <table className={`table-words ${styles.jobs}`}>
        <thead>
          <tr>
            <th scope="col">{words.layers()}</th>
            <th scope="col">{words.weights()}</th>
            <th scope="col">{words.multiplications()}</th>
          </tr>
        </thead>
        <tbody>
          {JOBS.map(({ kind, name, job }) => {
            const own = pipeline.stages.filter(({ layer }) => layer.kind === kind);
            const weights = sum(own, ({ parameters }) => parameters);
            const work = sum(own, ({ multiplyAdds }) => multiplyAdds);
            return (
              <tr key={kind}>
                <th scope="row">
                  {name}
                  <span>{job}</span>
                </th>
                <td className="number">
                  {formatCount(weights)}
                  <small>{formatPercent(weights / pipeline.parameters)}</small>
                </td>
                <td className="number">
                  {formatCount(work)}
                  <small>{formatPercent(work / pipeline.multiplyAdds)}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

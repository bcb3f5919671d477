'use client';

import { sum } from 'd3-array';
import { JOBS } from '@/components/kinds/sentences/jobs';
import { ScrollBox } from '@/components/site/ScrollBox';
import { usePipeline } from '@/components/state/hooks';
import { formatCount, formatPercent } from '@/lib/format/format';
import words from '@/words/insight';
import styles from './Insight.module.css';

/** What each kind of layer in this network contributes, and what it costs. */
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
          {Object.entries(JOBS).map(([kind, entry]) => {
            const own = pipeline.stages.filter(({ layer }) => layer.kind === kind);
            if (!entry || own.length === 0) return null;
            const weights = sum(own, ({ parameters }) => parameters);
            const work = sum(own, ({ multiplyAdds }) => multiplyAdds);
            return (
              <tr key={kind}>
                <th scope="row">
                  {entry.name}
                  <span>{entry.job}</span>
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

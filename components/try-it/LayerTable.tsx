import { useMemo } from 'react';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import { changesOf } from '@/lib/try-it/changes';
import styles from './TryIt.module.css';
import { changeWords, goneWords } from './words';

/** Shapes and costs of every layer, and in words what is other than in the learner's own network. */
export function LayerTable({ now, original }: { readonly now: Pipeline; readonly original: Pipeline }) {
  const { layers, gone } = useMemo(() => changesOf(now, original), [now, original]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must do so by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label="Layers of the network in the code">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">layer</th>
              <th scope="col">output</th>
              <th scope="col">parameters</th>
              <th scope="col">multiply-adds</th>
              <th scope="col" className={styles.words}>
                beside your network
              </th>
            </tr>
          </thead>
          <tbody className="number">
            {layers.map((change) => (
              <tr key={change.stage.id} data-changed={!change.was || change.other.length > 0}>
                <th scope="row">{change.stage.id}</th>
                <td>{formatShape(change.stage.output)}</td>
                <td>{formatCount(change.stage.parameters)}</td>
                <td>{formatCount(change.stage.multiplyAdds)}</td>
                <td className={styles.words}>{changeWords(change)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot className="number">
            <Total name="in all" of={now} />
            <Total name="your network" of={original} />
          </tfoot>
        </table>
      </section>
      {gone.length > 0 && <p className={styles.note}>{goneWords(gone.map(({ id }) => id))}</p>}
    </>
  );
}

function Total({ name, of }: { readonly name: string; readonly of: Pipeline }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td />
      <td>{formatCount(of.parameters)}</td>
      <td>{formatCount(of.multiplyAdds)}</td>
      <td />
    </tr>
  );
}

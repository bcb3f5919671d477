import { useMemo } from 'react';
import { ScrollBox } from '@/components/site/ScrollBox';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Pipeline } from '@/lib/network/pipeline';
import { changesOf } from '@/lib/try-it/changes';
import words from '@/words/try-it';
import styles from './TryIt.module.css';
import { changeWords, goneWords } from './words';

/** Shapes and costs of every layer, and its differences from the learner's own network in words. */
export function LayerTable({ now, original }: { readonly now: Pipeline; readonly original: Pipeline }) {
  const { layers, gone } = useMemo(() => changesOf(now, original), [now, original]);
  return (
    <>
      <ScrollBox label={words.layers()} className={styles.scroll}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.layer()}</th>
              <th scope="col">{words.output()}</th>
              <th scope="col">{words.parameters()}</th>
              <th scope="col">{words.work()}</th>
              <th scope="col" className={styles.words}>
                {words.beside()}
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
            <Total name={words.inAll()} of={now} />
            <Total name={words.yours()} of={original} />
          </tfoot>
        </table>
      </ScrollBox>
      {gone.length > 0 && <p className="status">{goneWords(gone.map(({ id }) => id))}</p>}
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

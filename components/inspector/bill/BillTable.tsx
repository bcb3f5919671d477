import { ScrollBox } from '@/components/site/ScrollBox';
import { formatNumber } from '@/lib/format/format';
import type { Bill } from '@/lib/provenance/bill';
import words from '@/words/pixel-bill';

/** The running bill: for every stage, the contributions of its values and of the biases after it. */
export function BillTable({ bill: { value, accounts, biases } }: { readonly bill: Bill }) {
  const last = biases.at(-1);
  const ends = last && !accounts.some(({ stage }) => stage.id === last.stage.id);
  const own = new Map(biases.map(({ stage, share }) => [stage.id, share]));
  return (
    <ScrollBox label={words.caption()}>
      <table className="table">
        <caption>{words.caption()}</caption>
        <thead>
          <tr>
            <th scope="col">{words.stage()}</th>
            <th scope="col">{words.values()}</th>
            <th scope="col">{words.later()}</th>
            <th scope="col">{words.together()}</th>
            <th scope="col">{words.own()}</th>
          </tr>
        </thead>
        <tbody className="number">
          {accounts.map(({ stage, values, biases: later }) => (
            <tr key={stage.id}>
              <th scope="row">{stage.id}</th>
              <td>{formatNumber(values)}</td>
              <td>{formatNumber(later)}</td>
              <td>
                <b>{formatNumber(values + later)}</b>
              </td>
              <td>{own.has(stage.id) ? formatNumber(own.get(stage.id) ?? 0) : ''}</td>
            </tr>
          ))}
          {ends && (
            <tr>
              <th scope="row">{last.stage.id}</th>
              <td />
              <td />
              <td>
                <b>{formatNumber(value)}</b>
              </td>
              <td>{formatNumber(last.share)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollBox>
  );
}

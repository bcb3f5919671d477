import { ScrollBox } from '@/components/site/ScrollBox';
import { formatNumber } from '@/lib/format/format';
import type { Bill } from '@/lib/provenance/bill';
import words from '@/words/pixel-bill';
import { AccountCells, AccountHeads } from './AccountCells';

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
            <AccountHeads />
            <th scope="col">{words.own()}</th>
          </tr>
        </thead>
        <tbody className="number">
          {accounts.map((account) => {
            const share = own.get(account.stage.id);
            return (
              <tr key={account.stage.id}>
                <AccountCells {...account} />
                <td>{share === undefined ? '' : formatNumber(share)}</td>
              </tr>
            );
          })}
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

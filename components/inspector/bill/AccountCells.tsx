import { formatNumber } from '@/lib/format/format';
import type { Account } from '@/lib/provenance/bill';
import words from '@/words/pixel-bill';

/** The heads of a bill's columns that {@link AccountCells} fills. */
export const AccountHeads = () => (
  <>
    <th scope="col">{words.stage()}</th>
    <th scope="col">{words.values()}</th>
    <th scope="col">{words.later()}</th>
    <th scope="col">{words.together()}</th>
  </>
);

/** A stage of a bill: the contributions of its values and of the biases after it. */
export const AccountCells = ({ stage, values, biases }: Account) => (
  <>
    <th scope="row">{stage.id}</th>
    <td>{formatNumber(values)}</td>
    <td>{formatNumber(biases)}</td>
    <td>
      <b>{formatNumber(values + biases)}</b>
    </td>
  </>
);

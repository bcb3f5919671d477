import { channelWord } from '@/components/figures/value-words';
import { AccountCells, AccountHeads } from '@/components/inspector/bill/AccountCells';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import { formatNumber } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import type { Bill } from '@/lib/provenance/bill';
import { type ChannelShare, type Rivals, strongestChannels } from '@/lib/provenance/difference';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/versus';

interface Props extends Rivals {
  readonly bill: Bill;
}

/** For every stage: its values' and the later biases' contributions to the difference, and who speaks most for whom. */
export function DifferenceTable({ bill: { accounts }, unit, other }: Props) {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  return (
    <ScrollBox label={words.caption()}>
      <table className="table">
        <caption>{words.caption()}</caption>
        <thead>
          <tr>
            <AccountHeads />
            <th scope="col">{words.pro({ name: classWord(classes[unit]) })}</th>
            <th scope="col">{words.contra({ name: classWord(classes[other]) })}</th>
          </tr>
        </thead>
        <tbody className="number">
          {accounts.map((account) => {
            const { pro, contra } = strongestChannels(account);
            return (
              <tr key={account.stage.id}>
                <AccountCells {...account} />
                <td>{shareWords(account.stage, pro)}</td>
                <td>{shareWords(account.stage, contra)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** "map 16: 3.17", "red: 14.92", "unit 77: 5.29". */
function shareWords({ output, brightness }: Stage, one: ChannelShare | null): string {
  if (!one) return words.none();
  const { channel } = one;
  const name = isMap(output)
    ? channelWord(channel, brightness === null ? null : output[2])
    : words.unitNumber({ unit: channel });
  return words.channel({ channel: name, share: formatNumber(one.share, 2) });
}

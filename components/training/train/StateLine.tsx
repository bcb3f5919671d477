import { useSubject } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatCount } from '@/lib/format/format';
import type { NetworkState } from '@/lib/network/run';
import { siteSetName } from '@/lib/network/subject';
import { isPrepared, type TrainingPhase } from '@/lib/store/training/training-view';
import words from '@/words/train';
import styles from './Train.module.css';

/** The network that every page shows, in words. */
function networkWords(state: NetworkState, learning: boolean, brought: boolean, site: string | null): string {
  if (learning) return words.showsLearning({ seed: state.seed });
  switch (state.origin) {
    case 'shipped':
      return words.showsShipped({ epoch: state.epoch });
    case 'opened':
      if (!brought) return words.showsOpened();
      return site ? words.showsForSiteSet({ name: site }) : words.showsForSet();
    case 'initial':
      return words.showsInitial({ seed: state.seed });
    case 'trained':
      return words.showsTrained({ seed: state.seed, steps: formatCount(state.step) });
  }
}

interface Props {
  readonly phase: TrainingPhase;
  readonly network: NetworkState | null;
  /** A run was reset that can still be brought back. */
  readonly undoable: boolean;
  onShipped(): void;
  onUndo(): void;
}

/** What to expect now, which network the other pages show, and a button for returning to the shipped one. */
export function StateLine({ phase, network, undoable, onShipped, onUndo }: Props) {
  const ships = useSubject(({ subject }) => subject.shipped !== null);
  const brought = useSubject(({ subject }) => subject.brought !== undefined);
  const site = useSubject(({ subject }) => siteSetName(subject.dataSet.images));
  const own = ships && network !== null && network.origin !== 'shipped';
  const atRest = !isPrepared(phase) && phase !== 'running';
  return (
    <div className={styles.state}>
      {phase === 'idle' && <p>{brought ? words.invitationBrought() : words.invitation()}</p>}
      <p>
        {network ? (
          networkWords(network, phase === 'running', brought, site)
        ) : (
          <Pending>{words.loading()}</Pending>
        )}{' '}
        {own && atRest && (
          <button type="button" className="button-text" onClick={onShipped}>
            {words.backToShipped()}
          </button>
        )}{' '}
        {undoable && atRest && (
          <button type="button" className="button-text" onClick={onUndo}>
            {words.bringBack()}
          </button>
        )}
      </p>
    </div>
  );
}

import type { NetworkState } from '@/lib/engine/protocol';
import { formatCount } from '@/lib/format/format';
import type { TrainingPhase } from '@/lib/state/network';
import styles from './Train.module.css';

/** Which network every page shows, in words. */
function networkWords(state: NetworkState | null): string {
  if (!state) return 'The network is on its way.';
  const everywhere = 'Every page shows';
  switch (state.origin) {
    case 'shipped':
      return `${everywhere} the network that comes with this site, trained for ${state.epoch} epochs.`;
    case 'opened':
      return `${everywhere} the network you opened.`;
    case 'initial':
      return `${everywhere} the untrained network of seed ${state.seed}.`;
    case 'trained':
      return `${everywhere} your network of seed ${state.seed}, ${formatCount(state.step)} steps trained, until you reset it.`;
  }
}

const INVITATION =
  'A run begins with random weights. Every step shows the network a batch of pictures and moves each weight a little against its part in the loss. The pictures are fetched when you start, and nothing leaves this machine.';

interface Props {
  readonly phase: TrainingPhase;
  readonly network: NetworkState | null;
}

/** What one can expect now, and which network the other pages show. */
export function StateLine({ phase, network }: Props) {
  return (
    <div className={styles.state}>
      {phase === 'idle' && <p>{INVITATION}</p>}
      <p>{networkWords(network)}</p>
    </div>
  );
}

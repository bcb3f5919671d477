import type { NetworkState } from '@/lib/engine/protocol';
import { formatCount } from '@/lib/format/format';
import type { TrainingPhase } from '@/lib/state/network';
import styles from './Train.module.css';

/** Which network every page shows, in words. */
function networkWords(state: NetworkState | null, learning: boolean): string {
  if (!state) return 'The network is on its way.';
  if (learning) return `Every page shows your network as it learns, begun with seed ${state.seed}.`;
  switch (state.origin) {
    case 'shipped':
      return `Every page shows the network that comes with this site, trained for ${state.epoch} epochs.`;
    case 'opened':
      return 'Every page shows the network you opened.';
    case 'initial':
      return `Every page shows the untrained network of seed ${state.seed}.`;
    case 'trained':
      return `Every page shows your network: seed ${state.seed}, ${formatCount(state.step)} steps trained. It stays until you reset it.`;
  }
}

const INVITATION =
  'A run begins with random weights. Every step shows the network a batch of pictures and moves each weight a little against its part in the loss. The pictures are fetched when you start; nothing leaves this machine.';

interface Props {
  readonly phase: TrainingPhase;
  readonly network: NetworkState | null;
  onShipped(): void;
}

/** What one can expect now, which network the other pages show, and the way back to the shipped one. */
export function StateLine({ phase, network, onShipped }: Props) {
  const own = network !== null && network.origin !== 'shipped';
  const atRest = phase !== 'preparing' && phase !== 'running';
  return (
    <div className={styles.state}>
      {phase === 'idle' && <p>{INVITATION}</p>}
      <p>
        {networkWords(network, phase === 'running')}{' '}
        {own && atRest && (
          <button type="button" className={styles.link} onClick={onShipped}>
            Back to the network of this site
          </button>
        )}
      </p>
    </div>
  );
}

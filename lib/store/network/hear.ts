import type { EngineEvent } from '@/lib/engine/protocol';
import type { RunLog } from '@/lib/network/run';
import { learner } from '../learner/learner';
import { conversation, retrace, say, setTraining } from './conversation';
import { followTimeline, type NetworkEvent } from './follow';
import { network, type TrainingPhase } from './network';
import { withTrainingEvent } from './training-view';

/** While training, the maps follow the weights this often at most; the steps themselves come faster. */
const RETRACE_MILLISECONDS = 250;

/** Takes what the engine says into the network store. */
export function hear(event: EngineEvent): void {
  switch (event.type) {
    case 'report':
      conversation.tracing?.forget();
      network.setState({ report: event.report, phase: 'ready', problem: null });
      break;
    case 'message':
      say(event.problem.sentence);
      break;
    case 'failed':
      network.setState({ phase: 'failed', problem: event.problem });
      if (['preparing', 'running', 'paused'].includes(network.getState().training.phase))
        setTraining({ phase: 'failed', problem: event.problem });
      say(event.problem.sentence);
      break;
    case 'download':
      setTraining({ download: { loaded: event.loaded, total: event.total } });
      break;
    case 'network':
      hearNetwork(event);
      break;
    case 'training':
      network.setState(({ training }) => ({ training: withTrainingEvent(training, event.event) }));
      if (learner.getState().epoch !== null) break;
      if (event.event.type !== 'batch' || (conversation.tracing?.age ?? 0) > RETRACE_MILLISECONDS)
        void retrace();
      break;
  }
}

/** Where a run stands that this browser kept. */
function keptPhase({ settings, epochs }: RunLog, resumable: boolean): TrainingPhase {
  if ((epochs.at(-1)?.epoch ?? 0) >= settings.epochs) return 'finished';
  return resumable ? 'paused' : 'stopped';
}

/** Other weights. A run that this browser kept comes with its log, so that its curves are there again. */
function hearNetwork(event: NetworkEvent): void {
  const { network: state, version, log, resumable } = event;
  network.setState({ network: state });
  void followTimeline(event);
  setTraining({ parent: log?.parent ?? null, labels: log?.labels ?? null });
  if (log && network.getState().training.phase === 'idle')
    setTraining({ phase: keptPhase(log, resumable), settings: log.settings, epochs: log.epochs });
  void conversation.tracing?.follow(version);
}

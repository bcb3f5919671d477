import type { EngineEvent } from '@/lib/engine/protocol';
import { engineFailed, engineReady } from '../engine/engine';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { setNetwork } from '../subject/subject';
import { tracing } from '../trace/tracing';
import { endRun, followRun, showDownload, takeLog } from '../training/training';
import { followTimeline, type NetworkEvent } from './follow';

/** While training, the maps follow the weights this often at most; the steps themselves come faster. */
const RETRACE_MILLISECONDS = 250;

/** Hands the events of the engine to the stores. */
export function handleEngineEvent(event: EngineEvent): void {
  switch (event.type) {
    case 'report':
      tracing.forget();
      engineReady(event.report);
      break;
    case 'message':
      notify(event.problem.sentence);
      break;
    case 'failed':
      engineFailed(event.problem);
      endRun(event.problem);
      notify(event.problem.sentence);
      break;
    case 'download':
      showDownload({ loaded: event.loaded, total: event.total });
      break;
    case 'network':
      handleNetwork(event);
      break;
    case 'training':
      followRun(event.event);
      if (learner.getState().epoch !== null) break;
      if (event.event.type !== 'batch' || tracing.age > RETRACE_MILLISECONDS) void tracing.show();
      break;
  }
}

/** Other weights. A run that this browser kept comes with its log, so that its curves are there again. */
function handleNetwork(event: NetworkEvent): void {
  setNetwork(event.network);
  void followTimeline(event);
  takeLog(event.log, event.resumable);
  void tracing.follow(event.version);
}

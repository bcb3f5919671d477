import type { EngineEvent } from '@/lib/engine/protocol';
import { engineFailed, engineReady } from '../engine/engine';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { setNetwork, subjectStore } from '../subject/subject';
import { tracing } from '../trace/tracing';
import { pace } from '../training/pace';
import { endRun, followRun, showDownload, takeLog } from '../training/training';
import { followTimeline, type NetworkEvent } from './follow';

/** Passes the engine's events to the stores. */
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
      if (event.event.type !== 'batch' || tracing.age > pace().maps) void tracing.show();
      break;
  }
}

/** New weights. A stored run comes with its log, so that its curves are restored. */
function handleNetwork(event: NetworkEvent): void {
  // The page has turned to a different network since.
  if (event.subject !== subjectStore.getState().subject.id) return;
  setNetwork(event.network);
  void followTimeline(event);
  takeLog(event);
  void tracing.follow(event.version);
}

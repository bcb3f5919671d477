import type { InputImage } from '@/lib/data/input-image';
import type { Pipeline } from '@/lib/network/pipeline';
import type { StageTrace, Trace } from '@/lib/network/trace';
import { type SubjectView, subjectStore } from '@/lib/store/subject/subject';
import { firstTrace } from '@/lib/store/trace/first-trace';
import { lookedAt, type TraceView, traceStore } from '@/lib/store/trace/trace';
import { usePaced } from '../use-paced';
import type { ComparedState } from './compare';

const pipelineOf = (view: SubjectView) => view.pipeline;
const noTrace = () => null;
const pinnedOf = (view: TraceView) => view.pinned;
const imageOf = (view: TraceView) => view.image;

/** The network as it learns, and the state that it is compared with. */
export interface NetworkNow {
  readonly pipeline: Pipeline;
  readonly image: InputImage | null;
  readonly trace: Trace | null;
  /** The pinned epoch, or otherwise the state when watching began. Null where neither differs. */
  readonly start: Trace | null;
  /** The state to show: the requested one, where there is one to compare with. */
  readonly moment: ComparedState;
}

/** Follows the network during training; without `live` its values are left out. */
export function useNetworkNow(asked: ComparedState, live = true): NetworkNow {
  const pipeline = usePaced(subjectStore, pipelineOf);
  const trace = usePaced(traceStore, live ? lookedAt : noTrace);
  const image = usePaced(traceStore, imageOf);
  const first = usePaced(traceStore, firstTrace);
  const pinned = usePaced(traceStore, pinnedOf);
  const other = pinned ?? first;
  // A trace is not compared with itself; the shipped network has no earlier state here.
  const start = other && trace && other.network.step !== trace.network.step ? other : null;
  return { pipeline, image, trace, start, moment: start ? asked : 'now' };
}

/** A stage's part of a trace. */
export const stageTrace = (trace: Trace | null, id: string): StageTrace | null =>
  trace?.stages.find(({ stage }) => stage === id) ?? null;

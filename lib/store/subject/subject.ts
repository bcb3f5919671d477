/* What the page is about. Written here alone: the session hands on which network the engine says it has. */
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { buildPipeline, type Pipeline } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import type { Subject } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { ownedStore } from '../owned-store';

export interface SubjectView {
  readonly subject: Subject;
  /** The stages of its architecture. */
  readonly pipeline: Pipeline;
  /** Which state of its network the engine has; null until it has one. */
  readonly network: NetworkState | null;
}

const [subjectStore, write] = ownedStore<SubjectView>({
  subject: COURSE,
  pipeline: referencePipeline,
  network: null,
});

export { subjectStore };

/** The engine has another state of the subject's network. */
export const setNetwork = (network: NetworkState): void => write({ network });

/** The page is about another subject from now on; its engine has yet to say what it has of its network. */
export const turnTo = (subject: Subject): void =>
  write({ subject, pipeline: must(buildPipeline(subject.architecture)), network: null });

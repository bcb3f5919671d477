/* The subject of the page. Written only here: the session passes on which network the engine reports. */
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { type Pipeline, pipelineOf } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import type { Subject } from '@/lib/network/subject';
import { ownedStore } from '../owned-store';

export interface SubjectView {
  readonly subject: Subject;
  /** The stages of its architecture. */
  readonly pipeline: Pipeline;
  /** The state of its network in the engine; null until there is one. */
  readonly network: NetworkState | null;
}

const [subjectStore, write] = ownedStore<SubjectView>({
  subject: COURSE,
  pipeline: referencePipeline,
  network: null,
});

export { subjectStore };

/** The id of the subject that every visit begins with, which an address doesn't name. */
export const FIRST_SUBJECT: string = COURSE.id;

/** The engine has a new state of the subject's network. */
export const setNetwork = (network: NetworkState): void => write({ network });

/** The subject's network is called differently now. */
export const renameSubject = (name: string): void =>
  write(({ subject }) => ({ subject: { ...subject, architecture: { ...subject.architecture, name } } }));

/**
 * The page changes to a different subject, whose architecture is valid; its engine has not reported the network's state yet.
 */
export const turnTo = (subject: Subject): void =>
  write({ subject, pipeline: pipelineOf(subject.architecture), network: null });

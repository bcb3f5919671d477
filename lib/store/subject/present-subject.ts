import { subjectStore } from './subject';

/** The id of the subject that the page is about. */
export const presentSubject = (): string => subjectStore.getState().subject.id;

/** Calls back whenever the page changes to a different subject. */
export const followSubject = (changed: () => void): void =>
  void subjectStore.subscribe(({ subject }, before) => subject.id !== before.subject.id && changed());

import { network } from './network';

/** The id of the subject that the page is about. */
export const presentSubject = (): string => network.getState().subject.id;

/** Hears when the page is about another subject than before. */
export const followSubject = (changed: () => void): void =>
  void network.subscribe(({ subject }, before) => subject.id !== before.subject.id && changed());

/* What a learner wants to change about a data set after a look at a network's mistakes. Written only here; for this visit. */
import type { AddedImage, Mending } from '@/lib/data/sets/training/mend';
import { ownedStore } from '../owned-store';

export interface ClinicView extends Mending {
  /** The subject that it is about; null while nothing is to be changed. */
  readonly of: string | null;
}

const NOTHING: ClinicView = { of: null, relabelled: new Map(), added: [] };

const [clinic, write] = ownedStore<ClinicView>(NOTHING);

export { clinic };

/** The learner may have followed an image to another page: wherever that is, the browser asks before the changes are lost. */
const ask = (event: Event): void => event.preventDefault();
clinic.subscribe(({ relabelled, added }) => {
  if (relabelled.size + added.length > 0) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
});

/** What is to be changed about this subject's set. Places mean nothing in another one. */
export const mendingOf = (view: ClinicView, subject: string): Mending =>
  view.of === subject ? view : NOTHING;

const change = (subject: string, changed: (now: Mending) => Partial<Mending>): void =>
  write((view) => {
    const now = mendingOf(view, subject);
    const { relabelled, added } = now;
    return { of: subject, relabelled, added, ...changed(now) };
  });

/** An image gets another label; null: its own again. */
export const relabel = (subject: string, place: number, label: number | null): void =>
  change(subject, (now) => {
    const relabelled = new Map(now.relabelled);
    if (label === null) relabelled.delete(place);
    else relabelled.set(place, label);
    return { relabelled };
  });

export const addImages = (subject: string, images: readonly AddedImage[]): void =>
  change(subject, ({ added }) => ({ added: [...added, ...images] }));

export const forgetMending = (): void => write(NOTHING);

import type { ImageEdit } from './image-edits';
import type { NetworkEdit } from './network-edits';

export type Edit = ImageEdit | NetworkEdit;

/** All edits in order, and the undone ones that can be redone. */
export interface History {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

export const NOTHING_DONE: History = { done: [], undone: [] };

/** Adds an edit. Undone edits are dropped. */
export const doing = ({ done }: History, edit: Edit): History => ({ done: [...done, edit], undone: [] });

/** Extends the last edit: a continued stroke, a slider that is still moving. */
export const growing = ({ done }: History, edit: Edit): History => ({
  done: [...done.slice(0, -1), edit],
  undone: [],
});

export function undo({ done, undone }: History): History {
  const last = done.at(-1);
  return last ? { done: done.slice(0, -1), undone: [...undone, last] } : { done, undone };
}

export function redo({ done, undone }: History): History {
  const last = undone.at(-1);
  return last ? { done: [...done, last], undone: undone.slice(0, -1) } : { done, undone };
}

const OF_IMAGE: readonly string[] = ['paint', 'cover', 'adjust'] satisfies ImageEdit['kind'][];
const isOfImage = (edit: Edit): edit is ImageEdit => OF_IMAGE.includes(edit.kind);

export const imageEdits = ({ done }: History): readonly ImageEdit[] => done.filter(isOfImage);
export const networkEdits = ({ done }: History): readonly NetworkEdit[] =>
  done.flatMap((edit) => (isOfImage(edit) ? [] : [edit]));

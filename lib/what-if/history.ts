import type { NetworkEdit } from './network-edits';
import type { PictureEdit } from './picture-edits';

export type Edit = PictureEdit | NetworkEdit;

/** All edits in their order, and those that were taken back and can come again. */
export interface History {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

export const NOTHING_DONE: History = { done: [], undone: [] };

/** One edit more. What was taken back is gone for good. */
export const doing = ({ done }: History, edit: Edit): History => ({ done: [...done, edit], undone: [] });

/** The last edit grows: a stroke that goes on, a slider that is still moved. */
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

const OF_PICTURE: readonly string[] = ['paint', 'cover', 'adjust'] satisfies PictureEdit['kind'][];
const isOfPicture = (edit: Edit): edit is PictureEdit => OF_PICTURE.includes(edit.kind);

export const pictureEdits = ({ done }: History): readonly PictureEdit[] => done.filter(isOfPicture);
export const networkEdits = ({ done }: History): readonly NetworkEdit[] =>
  done.flatMap((edit) => (isOfPicture(edit) ? [] : [edit]));

/** What classes are called in the reader's language; in data they keep their ids. */

/** What one class is called: "cat", and "a cat". */
export interface ClassName {
  readonly name: string;
  readonly withArticle: string;
}

/** The names of a data set's classes, by their ids. A class without one is called by its id. */
export type ClassNames = Readonly<Record<string, ClassName>>;

/** Says a class, given by its id. */
export type ClassNaming = (id: string) => string;

/** Says the classes of a data set as a reader does: "cat". */
export const classWords =
  (names: ClassNames): ClassNaming =>
  (id) =>
    Object.hasOwn(names, id) ? names[id].name : id;

/** The same with an article: "a cat", "an airplane". A class without a name stands without one. */
export const classesWithArticle =
  (names: ClassNames): ClassNaming =>
  (id) =>
    Object.hasOwn(names, id) ? names[id].withArticle : id;

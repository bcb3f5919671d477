/** The names of classes in the reader's language; data uses their ids. */

/** One class's name: "cat", and "a cat". */
export interface ClassName {
  readonly name: string;
  readonly withArticle: string;
}

/** The names of a data set's classes by id. A class without a name is called by its id. */
export type ClassNames = Readonly<Record<string, ClassName>>;

/** Returns the name of a class id. */
export type ClassNaming = (id: string) => string;

/** Names the classes of a data set for a reader: "cat". */
export const classWords =
  (names: ClassNames): ClassNaming =>
  (id) =>
    Object.hasOwn(names, id) ? names[id].name : id;

/** The same with an article: "a cat", "an airplane". A class without a name gets no article. */
export const classesWithArticle =
  (names: ClassNames): ClassNaming =>
  (id) =>
    Object.hasOwn(names, id) ? names[id].withArticle : id;

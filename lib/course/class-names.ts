/** The names of the course's ten classes in the reader's language. */
import { type ClassNames, classesWithArticle, classWords } from '@/lib/network/class-words';
import words from '@/words/classes';
import { CLASSES } from './reference';

export const CLASS_NAMES: ClassNames = Object.fromEntries(
  CLASSES.map((id) => [id, { name: words[id](), withArticle: words.withArticle({ id }) }]),
);

/** A class's name for a reader: "cat". */
export const classWord = classWords(CLASS_NAMES);

/** "a cat", "an airplane". */
export const classWithArticle = classesWithArticle(CLASS_NAMES);

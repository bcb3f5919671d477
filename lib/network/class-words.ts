/** What the classes of the reference network are called in the reader's language; in data they keep their ids. */

import { CLASSES } from '@/lib/course/reference';
import words from '@/words/classes';

type KnownClass = (typeof CLASSES)[number];
const isKnown = (id: string): id is KnownClass => CLASSES.some((known) => known === id);

/** "cat" as a reader says it. A class of another network is called by its id. */
export const classWord = (id: string): string => (isKnown(id) ? words[id]() : id);

/** "a cat", "an airplane". A class of another network stands without an article. */
export const classWithArticle = (id: string): string => (isKnown(id) ? words.withArticle({ id }) : id);

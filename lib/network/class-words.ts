/** What classes are called in the reader's language, where the site has a word for them; in data they keep their ids. */

import words from '@/words/classes';

type KnownClass = Exclude<keyof typeof words, 'withArticle'>;
const isKnown = (id: string): id is KnownClass => id !== 'withArticle' && Object.hasOwn(words, id);

/** "cat" as a reader says it. A class without a word is called by its id. */
export const classWord = (id: string): string => (isKnown(id) ? words[id]() : id);

/** "a cat", "an airplane". A class without a word stands without an article. */
export const classWithArticle = (id: string): string => (isKnown(id) ? words.withArticle({ id }) : id);

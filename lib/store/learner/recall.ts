/* The learner's cards of the current subject. Written only here: by answers, and by what this browser stores of them. */
import * as v from 'valibot';
import type { Memories } from '@/lib/quiz/recall/deck';
import { afterAnswer, type Grade, isFurther, MemorySchema } from '@/lib/quiz/recall/schedule';
import { ok, type Result } from '@/lib/result';
import words from '@/words/kept-cards';
import { keepIn } from '../kept/kept';
import { readFile, writtenFile } from '../kept/kept-file';
import { atMost, type KeptForm } from '../kept/kept-form';
import { readerOf } from '../kept/reader';
import { formOfSubjects } from '../kept/subjects-file';
import { ownedStore } from '../owned-store';

/** Far more than there are questions. */
const MOST_CARDS = 2000;

interface Cards {
  readonly cards: Memories;
}

/** The stored form of one subject's cards. */
const CARDS: KeptForm<Cards> = {
  version: 1,
  schema: v.object({
    cards: v.pipe(v.record(v.pipe(v.string(), v.maxLength(64)), MemorySchema), atMost(MOST_CARDS)),
  }),
};

export interface RecallState extends Cards {
  /** The state of each answered card, by the id of its question. */
  readonly cards: Memories;
  /** Records an answer at `now`, in milliseconds since 1970. */
  answer(id: string, grade: Grade, now: number): void;
}

const [recall, write] = ownedStore<RecallState>({
  cards: {},
  answer: (id, grade, now) =>
    kept.change(({ cards }) => ({ cards: { ...cards, [id]: afterAnswer(cards[id] ?? null, grade, now) } })),
});

export { recall };

const readCards = readerOf(CARDS);

const kept = keepIn<Cards>(write, {
  key: 'recall',
  version: CARDS.version,
  reader: () => readCards,
  empty: { cards: {} },
  notKept: () => words.noCards(),
});

/** Loads what this browser has stored, and follows the changes of other tabs. */
export const restoreRecall = kept.restore;

const FILE = formOfSubjects(CARDS);

/** The cards of all subjects as a file's text. */
export const recallFile = (): string => writtenFile(FILE, { subjects: kept.all() });

/**
 * Merges cards from a file's text: for each the state with more answers. A file from the time of a single
 * subject belongs to that one. A file that can't be read changes nothing.
 */
export function openRecall(text: string): Result<void> {
  const read = readFile(FILE, 'cards', text);
  if (!read.ok) return read;
  for (const [subject, { cards: opened }] of Object.entries(read.value.subjects))
    kept.change(({ cards }) => ({ cards: { ...cards, ...further(opened, cards) } }), subject);
  return ok(undefined);
}

const further = (opened: Memories, cards: Memories): Memories =>
  Object.fromEntries(
    Object.entries(opened).filter(([id, memory]) => !cards[id] || isFurther(memory, cards[id])),
  );

/** Deletes all cards of the current subject. */
export const deleteCards = (): void => kept.change(() => ({ cards: {} }));

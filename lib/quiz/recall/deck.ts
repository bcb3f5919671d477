import { dueAt, type Memory } from './schedule';

/** How many new cards are asked per day. */
export const NEW_A_DAY = 10;

export type Memories = Readonly<Record<string, Memory>>;

/** The cards, by their state at a time. */
export interface Deck {
  /** Due now, the longest overdue first. */
  readonly due: readonly string[];
  /** New cards that are still to be asked today, in the order of the deck. */
  readonly fresh: readonly string[];
  /** Being learned, and learned; the others were never asked. */
  readonly learning: number;
  readonly learned: number;
  readonly total: number;
  /** When the next card becomes due; null where there is none. */
  readonly next: number | null;
  /** Stored cards whose question no longer exists. */
  readonly gone: readonly string[];
}

const dayOf = (time: number): string => new Date(time).toDateString();

/**
 * The state of all cards. A day is the learner's own, from midnight to midnight.
 * @param ids all cards, in the order in which new ones are introduced
 */
export function deckAt(ids: readonly string[], memories: Memories, now: number): Deck {
  const known = ids.filter((id) => id in memories);
  const met = known.filter((id) => dayOf(memories[id].first) === dayOf(now)).length;
  const due = new Map(known.map((id) => [id, dueAt(memories[id], now)]));
  const later = [...due.values()].filter((time) => time > now);
  return {
    due: [...due]
      .flatMap(([id, time]) => (time <= now ? [{ id, time }] : []))
      .sort((a, b) => a.time - b.time)
      .map(({ id }) => id),
    fresh: ids.filter((id) => !(id in memories)).slice(0, Math.max(0, NEW_A_DAY - met)),
    learning: known.filter((id) => memories[id].state !== 2).length,
    learned: known.filter((id) => memories[id].state === 2).length,
    total: ids.length,
    next: later.length > 0 ? Math.min(...later) : null,
    gone: Object.keys(memories).filter((id) => !ids.includes(id)),
  };
}

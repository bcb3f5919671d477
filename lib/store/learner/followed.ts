/** The value that was followed last, on whichever page: another page that shows its stage goes on with it. */
import { ownedStore } from '../owned-store';
import type { Choice } from './learner';

export type Place = Pick<Choice, 'stage' | 'channel' | 'cell'>;

interface Followed extends Place {
  readonly page: string;
  readonly network: string | null;
  /** Whether the page shows several stages, of which this one was open; a lesson has its stage from the route. */
  readonly opened: boolean;
}

const [followed, write] = ownedStore<Followed>({
  page: '',
  network: null,
  stage: null,
  channel: null,
  cell: null,
  opened: false,
});

/** The stage of a lesson's address, which may begin with a language or another prefix; null of other pages. */
const lessonStage = (page: string): string | null => /\/stages\/([^/]+)\/$/.exec(page)?.[1] ?? null;

/** Remembers what is followed on a page, if anything is. */
export function rememberFollowed(page: string, { network, stage, channel, cell }: Choice): void {
  if (channel === null && cell === null) return;
  write({ page, network, stage: stage ?? lessonStage(page), channel, cell, opened: stage !== null });
}

/**
 * What a page that was just opened takes over from another one: the value that was followed there, where it shows the same
 * stage. One that shows several stages and was not open before (`fresh`) turns to that stage, if it was chosen there.
 */
export function takenOver(
  page: string,
  { network, stage }: Pick<Choice, 'network' | 'stage'>,
  fresh: boolean,
): Partial<Place> | null {
  const { stage: at, channel, cell, ...last } = followed.getState();
  if (last.page === page || last.network !== network || at === null) return null;
  const here = stage ?? lessonStage(page);
  if (here === at) return { channel, cell };
  return here === null && fresh && last.opened ? { stage: at, channel, cell } : null;
}

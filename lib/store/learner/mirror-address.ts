/*
 * The choice is mirrored in the address. Opening a value, following one of its terms and turning to another
 * stage are steps of the browser's history, so that Back takes them back; everything else (scrubbing through
 * epochs, pointing at cells, another image) rewrites the address of the present step. Which of the two happens is a store of
 * its own, written only here; so is what was left on each page, for the links back to it.
 */
import { ownedStore } from '../owned-store';
import type { ReadAddress } from './address';
import { type Place, rememberFollowed, takenOver } from './followed';
import { type Choice, learner } from './learner';
import { parameterOf, writeAddress } from './write-address';

/** What this module stores in an entry of the history, beside what Next does. */
interface Entry {
  /**
   * How many entries below this one the inspector was closed, at the same stage. Not there where no such entry
   * is known: where a link opened the inspector, or where the stage changed under it.
   */
  readonly above?: number;
}

const entry = (): Entry => window.history.state ?? {};

/** What determines whether an address is a step of its own. */
function stepOf(search: string) {
  const query = new URLSearchParams(search);
  const [network, stage, path, of] = (['network', 'stage', 'path', 'of'] as const).map((name) =>
    query.get(parameterOf(name)),
  );
  return { network, stage, path, of };
}

/** About three frames. */
const SCRUBBED_MS = 50;

type Mode =
  /** Changes that are steps become entries. */
  | 'stepping'
  /** What happens now belongs to the present entry, whatever it is. */
  | 'continuing'
  /** The inspector was closed: the browser is going back to the entry from before it was opened. */
  | 'closing';
const [present, write] = ownedStore<{ readonly mode: Mode }>({ mode: 'stepping' });

/** The stage of each page of each network, and the value followed in each of its stages, as they were left. */
const [places, leave] = ownedStore<Record<string, Place>>({});
const placeOf = ({ network }: Pick<Choice, 'network'>, stage: string | null = null): string =>
  [window.location.pathname, network, stage].join();

/** Applies a change that belongs to the present step: what plays by itself, what an address contains. */
export function withinStep(change: () => void): void {
  const before = present.getState();
  write({ mode: 'continuing' });
  try {
    change();
  } finally {
    write(before);
  }
}

/** Writes the choice into the address, as a new step where it is one. */
export function mirrorAddress(): void {
  const { history, location } = window;
  const choice = learner.getState();
  const { stage, channel, cell } = choice;
  const place = { stage, channel, cell };
  leave({ [placeOf(choice)]: place, [placeOf(choice, stage)]: place });
  rememberFollowed(location.pathname, choice);
  const query = writeAddress(location.search, choice);
  if (query === location.search) return;
  const address = location.pathname + query + location.hash;
  const [before, now] = [stepOf(location.search), stepOf(query)];
  const opens = now.path !== null && (before.path !== now.path || before.of !== now.of);
  const turns = before.stage !== now.stage;
  // A closed inspector is no step: `closeInspector` takes back those that opened it.
  const steps = present.getState().mode === 'stepping' && before.network === now.network && (opens || turns);
  if (!steps) {
    history.replaceState(history.state, '', address);
    return;
  }
  const below = before.path === null ? 0 : entry().above;
  const above = opens && !turns && below !== undefined ? below + 1 : undefined;
  // Back to an entry with the same content must not scroll: the reading position belongs to the page.
  history.scrollRestoration = 'manual';
  // With Next's own state an entry is complete, and Next does not navigate.
  history.pushState({ ...history.state, above }, '', address);
  history.scrollRestoration = 'auto';
}

/** What will write an epoch that was scrubbed to; undefined where nothing is to be written. */
let scrubbed: ReturnType<typeof setTimeout> | undefined;

/**
 * Mirrors a change of the choice. One of the epoch alone is written after the frame that shows it: the browser takes
 * milliseconds to rewrite an address, and a hand on the scrubber waits for the maps.
 */
export function mirrorChange(now: Choice, before: Choice): void {
  clearTimeout(scrubbed);
  const isScrub = (Object.keys(now) as (keyof Choice)[]).every(
    (name) => name === 'epoch' || now[name] === before[name],
  );
  if (isScrub) scrubbed = setTimeout(mirrorAddress, SCRUBBED_MS);
  else mirrorAddress();
}

/** Closes the inspector, and goes back to the entry from before it was opened, where that one is known. */
export function closeInspector(): void {
  const { above } = entry();
  learner.getState().inspect(null);
  if (!above) return;
  write({ mode: 'closing' });
  window.history.go(-above);
}

/** What one entry of the history has in common with no other of the same page. */
const NOTHING = { stage: null, channel: null, cell: null, path: null, of: null } satisfies Partial<Choice>;

/**
 * Applies the choices in the address of a page that has just been opened: those that it contains are set, and
 * those within a stage that it lacks are as they were left there, or as on the page before, or else reset.
 */
export function takeAddress({ choice }: ReadAddress): void {
  const isNamed = 'channel' in choice || 'cell' in choice;
  const now = { ...learner.getState(), ...choice };
  const opened = { network: now.network, stage: choice.stage ?? null };
  const left = places.getState()[placeOf(now, choice.stage)];
  const place = isNamed ? null : { ...left, ...takenOver(window.location.pathname, opened, !left) };
  withinStep(() => {
    learner.getState().restore({ ...NOTHING, ...place, ...choice });
    mirrorAddress();
  });
}

/**
 * Goes back, or forward, to an entry of the same page: its stage and its values are shown, and all that is no
 * step (image, epoch, pinned epoch) stays as it is now.
 */
export function takeEntry({ choice }: ReadAddress): void {
  window.history.scrollRestoration = 'auto';
  const closed = present.getState().mode === 'closing';
  write({ mode: 'stepping' });
  const { stage, channel, cell, path, of } = { ...NOTHING, ...choice };
  withinStep(() => {
    if (!closed) learner.getState().restore({ stage, channel, cell, path, of });
    mirrorAddress();
  });
}

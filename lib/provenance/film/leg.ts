/** The film's flights: where a beat turns to another stage, it begins with a flight there through the network in space. */
import { flight, type Pose, type Screen } from '@/lib/provenance/space/camera';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import { poseOf, type Sight } from '@/lib/provenance/space/view';
import type { Film, Moment } from './at-time';
import { stageNamed } from './places';
import type { Resolved } from './resolve';
import type { FigureName } from './script';

/** A flight at the beginning of a beat. */
export interface Leg {
  readonly from: Sight;
  readonly to: Sight;
  readonly seconds: number;
}

/** How long a flight takes, in seconds, and how much of its beat at most. */
const SECONDS = 3;
const MOST = 0.3;
/** In the last part of a flight its end turns into the drawing of the beat. */
const FADE = 0.25;

/** Figures that are about one map of their stage. */
const OF_ONE_MAP: readonly FigureName[] = ['map', 'slide', 'pool', 'field', 'sum'];

const EVERYTHING: Sight = { of: 'everything' };

/** What a flight to a beat leads to: the map of its value where it is about one, otherwise its stage. */
function sightOf({ beat, stage, step }: Resolved): Sight {
  const channel = step?.cell[2];
  return OF_ONE_MAP.includes(beat.figure) && channel !== undefined
    ? { of: 'map', stage: stage.id, channel }
    : { of: 'stage', stage: stage.id };
}

/**
 * The flight that a beat begins with: from the stage of the beat before it, and at the beginning of a chapter on the same
 * stage from the overview, as at the film's own. Null where the stage stays.
 */
export function legOf(
  film: Film,
  at: number,
  shown: Resolved,
  pipeline: Parameters<typeof stageNamed>[0],
): Leg | null {
  const { beat, chapter } = film.beats[at];
  const before = film.beats[at - 1];
  const left = before && stageNamed(pipeline, before.beat.at);
  const same = left?.id === shown.stage.id;
  if (before && same && before.chapter === chapter) return null;
  const from: Sight = left && !same ? { of: 'stage', stage: left.id } : EVERYTHING;
  return { from, to: sightOf(shown), seconds: Math.min(SECONDS, MOST * beat.seconds) };
}

/** Where a flight is. */
export interface Flying {
  readonly pose: Pose;
  /** How much is left of it in view: below 1 the beat's drawing shows through. */
  readonly opacity: number;
}

/** Where a flight is at a moment of its beat; null where it is over. */
export function flyingAt(
  leg: Leg,
  seconds: number,
  progress: number,
  layout: SpaceLayout,
  screen: Screen,
): Flying | null {
  const share = (progress * seconds) / leg.seconds;
  if (share >= 1) return null;
  const [from, to] = [leg.from, leg.to].map((sight) => poseOf(sight, layout, screen));
  // The way is over when the fading begins: what fades stands still.
  return {
    pose: flight(from, to, share / (1 - FADE)),
    opacity: Math.min(1, (1 - share) / FADE),
  };
}

/** How much of a beat's drawing is over, which begins after the flight. */
export const progressAfter = (leg: Leg | null, seconds: number, { progress }: Moment): number =>
  leg ? Math.max(0, (progress * seconds - leg.seconds) / (seconds - leg.seconds)) : progress;

/** Makes a video file of the film, frame by frame, from the same function of the time that the page draws with. */
import type { Trace } from '@/lib/network/trace';
import { epochAt, type Film, momentAt } from '@/lib/provenance/film/at-time';
import type { FilmSubject } from '@/lib/provenance/film/resolve';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/film-video';
import type { Clock } from '../clock';
import type { Look } from '../drawing/pen';
import { Flights } from '../flying/flights';
import { encoderOf, FRAMES_A_SECOND } from './encode';
import { drawFrame, HEIGHT, WIDTH } from './frame';

export interface Recording {
  readonly film: Film;
  readonly clock: Clock;
  /** In seconds of the film. */
  readonly from: number;
  readonly to: number;
  readonly look: Look;
  /** What the page is about now: it follows the clock to the epoch of a beat. */
  subject(): FilmSubject;
  /** The epoch that the page shows is asked for; null: the trained network. */
  asked(): number | null;
  onProgress(time: number): void;
  readonly signal: AbortSignal;
}

export interface Video {
  readonly file: Blob;
  readonly ending: string;
}

/** How long the network of an epoch may take, in milliseconds. */
const PATIENCE = 30_000;
const LOOK_AGAIN = 30;
/** The page is given a turn after so many milliseconds of drawing. */
const TURN = 30;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The epoch that a time of the film is about; null where it is about the trained network. */
function epochOf({ film, subject }: Recording, time: number): number | null {
  const { at, progress } = momentAt(film, time);
  const of = film.beats[at].beat.epochs;
  const { epochs } = subject();
  return (of && epochs[epochAt(of, progress, epochs.length)]?.epoch) ?? null;
}

/** Turns the page to a time and waits until its network is there; null where it does not come. */
async function traceAt(recording: Recording, time: number): Promise<Trace | null> {
  const { clock, subject, asked, signal } = recording;
  const wanted = epochOf(recording, time);
  for (let waited = 0; waited < PATIENCE && !signal.aborted; waited += LOOK_AGAIN) {
    // Again and again: whoever uses the page meanwhile may have turned it to another time.
    if (waited === 0 || asked() !== wanted) clock.seek(time);
    const { trace } = subject();
    const there =
      trace?.complete && asked() === wanted && (wanted === null || trace.network.epoch === wanted);
    if (there) return trace;
    await pause(LOOK_AGAIN);
  }
  return null;
}

/** What draws the flights; null where there is no WebGL. */
function flightsOf({ subject }: Recording): Flights | null {
  try {
    return new Flights(subject().pipeline, () => undefined);
  } catch {
    return null;
  }
}

/** Records a part of the film. Fails with a sentence; a recording that was stopped is null. */
export async function record(recording: Recording): Promise<Result<Video | null>> {
  const { film, from, to, signal, onProgress } = recording;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d');
  const encoder = context && (await encoderOf(canvas));
  if (!encoder) return fail(words.noEncoder());
  const flights = flightsOf(recording);
  try {
    const traces = new Map<number | null, Trace>();
    let turned = performance.now();
    for (let frame = 0; from + frame / FRAMES_A_SECOND < to; frame++) {
      const time = from + frame / FRAMES_A_SECOND;
      const epoch = epochOf(recording, time);
      const trace = traces.get(epoch) ?? (await traceAt(recording, time));
      if (signal.aborted) break;
      if (!trace) return fail(words.noNetwork());
      traces.set(epoch, trace);
      drawFrame(
        context,
        { ...recording, flights },
        { ...recording.subject(), trace },
        momentAt(film, time).at,
        time,
      );
      await encoder.add(frame);
      if (performance.now() - turned < TURN) continue;
      onProgress(time);
      await pause(0);
      turned = performance.now();
    }
    if (!signal.aborted) return ok({ file: await encoder.finish(), ending: encoder.ending });
    await encoder.cancel();
    return ok(null);
  } catch (error) {
    return fail(words.failed(), String(error));
  } finally {
    flights?.end();
  }
}

import type { EngineClient } from '@/lib/engine/client';
import type { Moment } from '@/lib/engine/protocol';
import { learner } from './learner';
import { network } from './network';
import { notices } from './notices';
import { RecentTraces } from './recent-traces';

/** So many epochs are gone back and forth between without asking again: some fifty megabytes. */
const RECENT = 6;

/** A recorded epoch of the run that one can go back in; null for the present, and while there is no such run. */
function momentOf(epoch: number | null): Moment | null {
  const { timeline } = network.getState();
  return epoch === null || !timeline ? null : { run: timeline.run, epoch };
}

/** Asks the engine for traces of the chosen picture and shows them: that of the chosen epoch, and that of the held one. */
export class Tracing {
  private readonly recent = new RecentTraces(RECENT);
  private asked = 0;
  private shown = 0;
  private askedAt = 0;

  constructor(private readonly engine: EngineClient) {}

  /** Milliseconds since a trace was last asked for. */
  get age(): number {
    return performance.now() - this.askedAt;
  }

  /** Shows the chosen picture's newest trace with the weights that made it. An answer that was overtaken is dropped. */
  async show(): Promise<void> {
    const { picture } = network.getState();
    if (!picture) return;
    this.askedAt = performance.now();
    this.asked += 1;
    const turn = this.asked;
    const moment = momentOf(learner.getState().epoch);
    const known = moment && this.recent.find(picture.pixels, moment);
    const trace = known
      ? ({ ok: true, value: known } as const)
      : await this.engine.trace({ pixels: picture.pixels, moment });
    if (trace === 'superseded' || network.getState().picture !== picture || turn < this.shown) return;
    this.shown = turn;
    if (!trace.ok) return notices.getState().say(trace.problem.sentence);
    if (moment) this.recent.keep(picture.pixels, moment, trace.value);
    network.setState({ trace: trace.value, weights: trace.value.weights });
  }

  /** Likewise for the epoch that is held. One that was not recorded is told, and let go. */
  async showHeld(): Promise<void> {
    const { picture, timeline } = network.getState();
    const { held, hold } = learner.getState();
    // What was held before is not shown as this.
    if (network.getState().heldTrace?.network.epoch !== held) network.setState({ heldTrace: null });
    const moment = momentOf(held);
    if (!picture || !moment) return network.setState({ heldTrace: null });
    if (!timeline?.epochs.some(({ epoch }) => epoch === held)) {
      notices.getState().say(`Epoch ${held} was not recorded in this run, so it can’t be held.`);
      return hold(null);
    }
    const known = this.recent.find(picture.pixels, moment);
    const trace = known
      ? ({ ok: true, value: known } as const)
      : await this.engine.traceHeld({ pixels: picture.pixels, moment });
    if (trace === 'superseded' || network.getState().picture !== picture) return;
    if (learner.getState().held !== held) return;
    if (trace.ok) network.setState({ heldTrace: trace.value });
    else notices.getState().say(trace.problem.sentence);
  }

  /** The epochs of the run, or what computes them, are others now. */
  forget(): void {
    this.recent.forget();
  }
}

import type { EngineClient } from '@/lib/engine/client/client';
import { notices } from '../page/notices';
import { network, type TrainingView } from './network';
import type { Tracing } from './tracing';

/*
 * The page's one conversation with the engine: `session.ts` asks, `hear.ts` listens, `follow.ts` does what the learner's
 * choice asks for. They write the network store; nobody else does. It lives as long as the page, so that training goes
 * on while the learner reads on.
 */
export const conversation: { engine: EngineClient | null; tracing: Tracing | null } = {
  engine: null,
  tracing: null,
};

/** Tells the learner a sentence that belongs to no one place. */
export const say = (sentence: string): void => notices.getState().say(sentence);

export const setTraining = (change: Partial<TrainingView>): void =>
  network.setState(({ training }) => ({ training: { ...training, ...change } }));

/** Shows the newest trace of the chosen picture, through the network looked at. */
export async function retrace(): Promise<void> {
  await conversation.tracing?.show();
}

/** The same through the network held beside it. */
export const retraceHeld = (): void => void conversation.tracing?.showHeld();

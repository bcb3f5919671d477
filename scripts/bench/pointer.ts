/** A mouse that does not wait until the page has handled its last move, as people's don't: waiting would be measured too. */
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';

type Place = readonly [x: number, y: number];

/** Between two moves of the pointer, in milliseconds: like an ordinary mouse. */
const MOVE_MS = 8;

export interface Pointer {
  move(place: Place): Promise<unknown>;
  press(place: Place): Promise<unknown>;
  release(place: Place): Promise<unknown>;
}

/** Its events are sent by the protocol itself, because the automation shares the two cores with the page. */
export async function pointerOf(page: Page): Promise<Pointer> {
  const protocol = await page.context().newCDPSession(page);
  const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', [x, y]: Place, buttons: number) =>
    protocol.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1 });
  return {
    move: (place) => send('mouseMoved', place, 1),
    press: (place) => send('mousePressed', place, 1),
    release: (place) => send('mouseReleased', place, 0),
  };
}

/** Sends the events of one step after the other for some seconds, and waits for the page only at the end. */
export async function keepMoving(
  seconds: number,
  first: number,
  stepOf: (step: number) => readonly Promise<unknown>[],
): Promise<void> {
  const end = Date.now() + 1000 * seconds;
  const sent: Promise<unknown>[] = [];
  for (let step = first; Date.now() < end; step++) {
    sent.push(...stepOf(step));
    await setTimeout(MOVE_MS);
  }
  await Promise.all(sent);
}

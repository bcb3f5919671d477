import { type NetworkView, network } from './network';

/** Settles as soon as something holds of the network, and after so many milliseconds in any case. */
export async function once(holds: (view: NetworkView) => boolean, atMost: number): Promise<void> {
  if (holds(network.getState())) return;
  await new Promise<void>((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(settle, atMost);
    const stop = network.subscribe((view) => holds(view) && settle());
  });
}

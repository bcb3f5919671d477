/** The part of a store that reports changes. */
interface Followed {
  subscribe(look: () => void): () => void;
}

/**
 * Resolves as soon as a condition holds, checked whenever one of the stores changes, or after `atMost` ms.
 */
export async function until(
  holds: () => boolean,
  stores: readonly Followed[],
  atMost = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      resolve();
    };
    const timer = Number.isFinite(atMost) ? setTimeout(settle, atMost) : undefined;
    const stops = stores.map((store) => store.subscribe(() => holds() && settle()));
  });
}

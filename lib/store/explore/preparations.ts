/* What an opened network predicts after each way of preparing images, by a copy beside the network of the page. */
import type { Preparation, PreparationName } from '@/lib/interchange/preparation';
import type { WeightSet } from '@/lib/network/weights';
import { fail, type Result } from '@/lib/result';
import words from '@/words/state';
import { engineStore, presentEngine } from '../engine/engine';
import { until } from '../engine/until';

interface Asked {
  readonly preparations: readonly Preparation[];
  readonly weights: WeightSet;
  /** The bytes of one image of the network's shape. */
  readonly pixels: Uint8Array;
  /** Aborted when nobody waits for the answers any more. */
  readonly signal: AbortSignal;
  /** Called for each way of preparing, with the probabilities of the classes. */
  onPredicted(name: PreparationName, probabilities: Result<Float32Array>): void;
}

/** Predicts an image once for each way of preparing it, one after the other. */
export async function predictPrepared({
  preparations,
  weights,
  pixels,
  signal,
  onPredicted,
}: Asked): Promise<void> {
  await until(
    () => signal.aborted || presentEngine() !== null || engineStore.getState().phase === 'failed',
    [engineStore],
  );
  const engine = presentEngine();
  const copy = engine?.newCopy();
  // They are sent once: the preparations differ in the layers before them.
  let sent: WeightSet = weights;
  try {
    for (const { name, architecture } of preparations) {
      if (signal.aborted) return;
      if (!engine || !copy) {
        onPredicted(name, fail(words.noValues()));
        continue;
      }
      const opened = await engine.open({ handle: copy, architecture, source: { weights: sent } });
      if (opened.ok) sent = {};
      if (signal.aborted) return;
      const predicted = opened.ok ? await engine.predict(copy, pixels, 1) : opened;
      if (!signal.aborted) onPredicted(name, predicted);
    }
  } finally {
    if (engine && copy) void engine.close(copy);
  }
}

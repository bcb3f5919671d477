import type { RunLog } from '@/lib/network/run';

/** A figure that is not a number is left empty, as no program reads NaN from a table. */
const cell = (value: number | null | undefined): string =>
  value !== null && value !== undefined && Number.isFinite(value) ? String(value) : '';

/**
 * A run as a table by RFC 4180: a row for each epoch, from 0, the untrained network. Losses are means over all images of
 * a set, accuracies shares from 0 to 1; norms are those of each layer's weights and of their gradient.
 */
export function runAsCsv({ epochs }: Pick<RunLog, 'epochs'>): string {
  const tested = epochs.some(({ testLoss }) => testLoss !== undefined);
  const stages = Object.keys(epochs[0]?.norms ?? {});
  const head = [
    'epoch',
    'loss',
    'accuracy',
    'validation_loss',
    'validation_accuracy',
    ...(tested ? ['test_loss', 'test_accuracy'] : []),
    'learning_rate',
    'milliseconds',
    ...stages.flatMap((stage) => [`weight_norm/${stage}`, `gradient_norm/${stage}`]),
  ].map((name) => (/[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name));
  const rows = epochs.map((record) =>
    [
      record.epoch,
      record.loss,
      record.accuracy,
      record.heldOutLoss,
      record.heldOutAccuracy,
      ...(tested ? [record.testLoss, record.testAccuracy] : []),
      record.learningRate,
      record.milliseconds,
      ...stages.flatMap((stage) => [record.norms[stage]?.weight, record.norms[stage]?.gradient]),
    ].map(cell),
  );
  return [head, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

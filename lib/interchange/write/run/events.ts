/**
 * A run as TensorBoard's event files: records in TensorFlow's TFRecord format, each an `Event` message. Field numbers are
 * those of tensorflow/core/util/event.proto and tensorflow/core/framework/summary.proto.
 */
import { PbfWriter } from 'pbf';
import type { EpochRecord, RunLog } from '@/lib/network/run';
import { joined, type WrittenFile } from '../network';
import { maskedCrc32c } from './crc32c';

/** Figures at one time. */
interface Event {
  /** In seconds since 1970. */
  readonly time: number;
  readonly epoch: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** Length, its checksum, the data, their checksum. */
function record(data: Uint8Array): Uint8Array {
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(data.length), true);
  const sum = (bytes: Uint8Array) => {
    const four = new Uint8Array(4);
    new DataView(four.buffer).setUint32(0, maskedCrc32c(bytes), true);
    return four;
  };
  return joined([length, sum(length), data, sum(data)]);
}

const writeValue = ([tag, value]: readonly [string, number], writer: PbfWriter): void => {
  writer.writeStringField(1, tag);
  writer.writeFloatField(2, value);
};

function eventBytes({ time, epoch, figures }: Event): Uint8Array {
  const writer = new PbfWriter();
  writer.writeDoubleField(1, time);
  writer.writeVarintField(2, epoch);
  writer.writeMessage(
    5,
    (entries: readonly (readonly [string, number])[], summary: PbfWriter) => {
      for (const entry of entries) summary.writeMessage(1, writeValue, entry);
    },
    Object.entries(figures),
  );
  return writer.finish().slice();
}

/** The record that every file begins with. */
function versionBytes(time: number): Uint8Array {
  const writer = new PbfWriter();
  writer.writeDoubleField(1, time);
  writer.writeStringField(3, 'brain.Event:2');
  return writer.finish().slice();
}

/** An event file. */
const asEventFile = (start: number, events: readonly Event[]): Uint8Array<ArrayBuffer> =>
  joined([versionBytes(start), ...events.map(eventBytes)].map(record));

/** What TensorBoard calls a file; any time and host will do. */
const fileName = (folder: string, start: number) =>
  `${folder}/events.out.tfevents.${Math.floor(start)}.pipeline-tracer`;

/** The figures of the training images; norms are of each layer's weights, and of their gradient. */
function trainingFigures({ loss, accuracy, learningRate, norms }: EpochRecord): Event['figures'] {
  const all: Record<string, number> = {
    epoch_loss: loss,
    epoch_accuracy: accuracy,
    epoch_learning_rate: learningRate,
  };
  for (const [stage, { weight, gradient }] of Object.entries(norms)) {
    all[`weight_norm/${stage}`] = weight;
    if (gradient !== null) all[`gradient_norm/${stage}`] = gradient;
  }
  return all;
}

/**
 * The event files of a run, `train/`, `validation/` and, where test images were followed, `test/`, under the tags that Keras uses. `start`: when epoch 0 was
 * measured, in seconds since 1970; later ones follow by the time that they took.
 */
export function asEventFiles({ epochs }: Pick<RunLog, 'epochs'>, start: number): readonly WrittenFile[] {
  let time = start;
  const timed = epochs.map((one) => {
    time += one.milliseconds / 1000;
    return { time, one };
  });
  const training = timed.map(({ time, one }) => ({ time, epoch: one.epoch, figures: trainingFigures(one) }));
  const validation = timed.map(({ time, one }) => ({
    time,
    epoch: one.epoch,
    figures: { epoch_loss: one.heldOutLoss, epoch_accuracy: one.heldOutAccuracy },
  }));
  const test = timed.flatMap(({ time, one }) =>
    one.testLoss === undefined || one.testAccuracy === undefined
      ? []
      : [{ time, epoch: one.epoch, figures: { epoch_loss: one.testLoss, epoch_accuracy: one.testAccuracy } }],
  );
  return [
    { name: fileName('train', start), bytes: asEventFile(start, training) },
    { name: fileName('validation', start), bytes: asEventFile(start, validation) },
    ...(test.length > 0 ? [{ name: fileName('test', start), bytes: asEventFile(start, test) }] : []),
  ];
}

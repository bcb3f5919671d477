import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { crc32c, maskedCrc32c } from '@/lib/interchange/write/run/crc32c';
import { runAsCsv } from '@/lib/interchange/write/run/csv';
import { asEventFiles } from '@/lib/interchange/write/run/events';
import type { EpochRecord } from '@/lib/network/run';

const epoch = (at: number, more: Partial<EpochRecord> = {}): EpochRecord => ({
  epoch: at,
  loss: 2 - at,
  accuracy: 0.25 * at,
  heldOutLoss: 2.5 - at,
  heldOutAccuracy: 0.125 * at,
  milliseconds: 1500,
  learningRate: 0.001,
  norms: { conv: { weight: 1.5, gradient: at === 0 ? null : 0.5 } },
  answers: { training: [], heldOut: [] },
  ...more,
});
const run = { epochs: [epoch(0), epoch(1), epoch(2, { loss: Number.NaN })] };

test('CRC-32C agrees with the examples of RFC 3720, B.4', () => {
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, at) => at))).toBe(0x46dd794e);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, at) => 31 - at))).toBe(0x113fdb5c);
});

test('a run as CSV has a row for each epoch, and nothing where a figure is none', () => {
  expect(runAsCsv(run).split('\r\n')).toEqual([
    'epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,milliseconds,weight_norm/conv,gradient_norm/conv',
    '0,2,0,2.5,0,0.001,1500,1.5,',
    '1,1,0.25,1.5,0.125,0.001,1500,1.5,0.5',
    '2,,0.5,0.5,0.25,0.001,1500,1.5,0.5',
    '',
  ]);
});

interface ReadEvent {
  time: number;
  step: number;
  version: string;
  readonly figures: Record<string, number>;
}

/** The events of a file, each with both of its checksums examined. */
function eventsIn(file: Uint8Array): readonly ReadEvent[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const events: ReadEvent[] = [];
  for (let at = 0; at < file.length; ) {
    const length = Number(view.getBigUint64(at, true));
    expect(view.getUint32(at + 8, true)).toBe(maskedCrc32c(file.subarray(at, at + 8)));
    const data = file.slice(at + 12, at + 12 + length);
    expect(view.getUint32(at + 12 + length, true)).toBe(maskedCrc32c(data));
    at += length + 16;
    const event: ReadEvent = { time: 0, step: 0, version: '', figures: {} };
    new PbfReader(data).readFields((field, _, reader) => {
      if (field === 1) event.time = reader.readDouble();
      if (field === 2) event.step = reader.readVarint();
      if (field === 3) event.version = reader.readString();
      if (field !== 5) return;
      reader.readMessage((inner) => {
        if (inner !== 1) return;
        let tag = '';
        reader.readMessage((part) => {
          if (part === 1) tag = reader.readString();
          if (part === 2) event.figures[tag] = reader.readFloat();
        }, null);
      }, null);
    }, null);
    events.push(event);
  }
  return events;
}

test('the event files have the figures of each epoch at the time at which it ended', () => {
  const [training, validation] = asEventFiles(run, 1000);
  expect(training.name).toBe('train/events.out.tfevents.1000.pipeline-tracer');
  const [first, ...epochs] = eventsIn(training.bytes);
  expect(first).toMatchObject({ time: 1000, version: 'brain.Event:2' });
  expect(epochs.map(({ time, step }) => [time, step])).toEqual([
    [1001.5, 0],
    [1003, 1],
    [1004.5, 2],
  ]);
  expect(epochs[1].figures).toMatchObject({ epoch_loss: 1, epoch_accuracy: 0.25, 'gradient_norm/conv': 0.5 });
  expect(epochs[0].figures).not.toHaveProperty('gradient_norm/conv');
  expect(epochs[2].figures.epoch_loss).toBeNaN();
  expect(eventsIn(validation.bytes)[2].figures).toEqual({ epoch_loss: 1.5, epoch_accuracy: 0.125 });
});

import { expect, test } from 'vitest';
import { arraysOf } from '@/lib/engine/runs/apart';
import type { FullState } from '@/lib/engine/worker/network';
import { StateMemory } from '@/lib/engine/worker/state-memory';
import { must } from '@/lib/result';
import { isOf, SETTINGS, smallEngine } from '../support/small';

const RUN = { ...SETTINGS, batchSize: 20, images: 100, epochs: 4 };

test('the states of a run are read into two memories in turn, and none while it is needed', async () => {
  const { engine, orders, until, events } = await smallEngine();
  const full = (): FullState => {
    const { lastFull } = engine.network;
    if (!lastFull) throw new Error('there is no state');
    return lastFull;
  };
  const epoch = async () => {
    events.length = 0;
    const before = engine.network.lastFull;
    const asBefore = before && arraysOf(before).map((values) => values.slice());
    must(await orders.epoch(RUN));
    await until(isOf('paused'));
    // What the network could have gone back to meanwhile is as it was.
    expect(before && arraysOf(before)).toEqual(asBefore);
    return {
      memory: arraysOf(full()).map(({ buffer }) => buffer),
      values: arraysOf(full()).map((of) => of.slice()),
    };
  };
  const [first, second, third] = [await epoch(), await epoch(), await epoch()];
  expect(third.memory).toHaveLength(first.memory.length);
  for (const [at, buffer] of third.memory.entries()) {
    expect(buffer).toBe(first.memory[at]);
    expect(second.memory).not.toContain(buffer);
  }
  expect(third.values).not.toEqual(first.values);
  // The weights that the state has are those of the model.
  const weights = await engine.network.model?.weights();
  expect(full().weights).toEqual(weights);
});

test('what is under way is not overwritten, and memory that was given back is not used again', () => {
  const memory = new StateMemory();
  const state = (...used: Parameters<StateMemory['besides']>[0]) => {
    const values = memory.besides(used)(3);
    return { weights: { dense1: { kernel: { shape: [3], values } } }, optimizer: null };
  };
  const [first, second] = [state(), state()];
  expect(arraysOf(second)[0]).toBe(arraysOf(first)[0]);
  const other = state(first);
  const further = state(first, other);
  const all = [first, other, further].map((one) => arraysOf(one)[0].buffer);
  expect(new Set(all).size).toBe(3);
  memory.free();
  expect(all).not.toContain(arraysOf(state())[0].buffer);
});

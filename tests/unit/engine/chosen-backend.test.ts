/** The engine in the worker when a backend is chosen. */
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from './support/engine-commands';
import { starts } from './support/fake-backends';
import { withinBound } from './support/fake-worker';
import { beginEachWithFakes, events, ready, steps, training, until } from './support/tiny-engine';

vi.mock('@/lib/engine/backends/backends', async () => {
  const { startBackend } = await import('./support/fake-backends');
  const BACKEND_WORD = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' };
  return { startBackend, startFirst: startBackend, BACKEND_WORD };
});

beginEachWithFakes();

const backend = () => events.findLast((event) => event.type === 'report')?.report.backend;

describe('a chosen backend', () => {
  it('that does not start leaves the previous one, with its network and its run', async () => {
    const to = await training(await ready());
    const answer = await withinBound(30, to.chooseBackend('webgpu'));
    expect(answer).toMatchObject({ answer: { ok: false } });
    expect(backend()).toBe('wasm');
    const before = steps();
    await until(() => steps() > before);
    expect(await withinBound(10, COMMANDS.stop(to))).toHaveProperty('answer');
  });

  it('computes even when another one was chosen just before', async () => {
    const to = await ready();
    starts.webgl = 4000;
    const chosen = Promise.all([to.chooseBackend('webgl'), to.chooseBackend('wasm')]);
    expect(await withinBound(30, chosen)).toMatchObject({ answer: [{ ok: true }, { ok: true }] });
    expect(backend()).toBe('wasm');
  });
});
